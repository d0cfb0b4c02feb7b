// What is differentiated, as networks: functions and sums that stay as they were written are letters of their own, so that only what
// is multilinear is left; the differential of such a letter is a row of rules.ts. In the end only dX is left, once in each term.

import * as make from '../expression/build.ts';
import { isScalar } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import type { Structure, Sym } from '../expression/symbol.ts';
import { Board } from '../prove/board.ts';
import { matchingOf } from '../prove/like.ts';
import { collected } from '../prove/matching.ts';
import { type Limits, Meaning } from '../prove/meaning.ts';
import { Beyond, substituted, type Term, type Value } from '../prove/network.ts';
import { keyOf } from './measure.ts';
import { dependsOn, freeIndices, rebuilt } from './rebuild.ts';
import { slopeOf } from './rules.ts';
import { isSymmetric } from './tidy.ts';

const LIMITS: Limits = { terms: 2000, nodes: 200 };

export class Laid {
  readonly board = new Board();
  readonly #meaning = new Meaning(this.board, LIMITS, 'projected');
  /** What each letter of our own stands for, by its name. */
  readonly #written = new Map<string, Expression>();
  readonly #letters = new Map<string, Sym>();
  /** Names of what varies. */
  readonly #varying: string[];
  readonly #differentials = new Map<string, readonly Term[]>();

  constructor(
    readonly by: Sym,
    /** Which sums stay together. */
    readonly together: (sum: Expression) => boolean,
  ) {
    this.#varying = [by.name];
  }

  /** What a symbol of a network is. */
  meaning(s: Sym): Expression {
    return this.#written.get(s.name) ?? make.symbol(s);
  }

  /** The differential of e: in each term dX stands once. @throws Beyond */
  differential(e: Expression): Value {
    const of = this.#varied(this.#abstract(e));
    return { ...of, terms: this.collected(this.#resolved(of.terms)) };
  }

  #varied(e: Expression): Value {
    return this.#meaning.of(make.differential(e, [...this.#varying]));
  }
  /** Like terms become one. */
  collected(of: readonly Term[]): readonly Term[] {
    const terms = collected(this.board, of, matchingOf(of));
    if (!terms) throw new Beyond('like terms were not found');
    return terms;
  }
  /** Directions of our own letters give way to what their differentials are. */
  #resolved(terms: readonly Term[]): Term[] {
    return terms.flatMap(term => {
      const at = term.nodes.findIndex(
        ({ atom }) => atom.kind === 'symbol' && atom.as === 'direction' && atom.symbol.name !== this.by.name,
      );
      if (at < 0) return [term];
      const { atom } = term.nodes[at]!;
      const name = atom.kind === 'symbol' ? atom.symbol.name : '';
      return this.#differentialOf(name).map(d => substituted(term, at, d));
    });
  }
  #differentialOf(letter: string): readonly Term[] {
    const known = this.#differentials.get(letter);
    if (known) return known;
    const made = this.#slope(this.#written.get(letter)!);
    this.#differentials.set(letter, made);
    return made;
  }

  #abstract(e: Expression): Expression {
    if (this.#isLetter(e)) return make.symbol(this.#letter(e));
    return rebuilt(e, of => this.#abstract(of));
  }
  #isLetter(e: Expression): boolean {
    switch (e.op) {
      case 'add':
        return this.together(e) || !dependsOn(e, this.by.name);
      case 'inverse':
      case 'pseudoInverse':
      case 'determinant':
      case 'elementwise':
      case 'matrixFunction':
        return true;
      default:
        return false;
    }
  }
  #letter(written: Expression): Sym {
    const key = keyOf(written);
    const known = this.#letters.get(key);
    if (known) return known;
    if (freeIndices(written).size) throw new Beyond('a function of something that an index runs through');
    const structure: Structure[] = !isScalar(written.shape) && isSymmetric(written) ? ['symmetric'] : [];
    const name = `⟨${this.#letters.size}⟩`;
    const symbol: Sym = { name, latex: name, shape: written.shape, structure };
    this.#letters.set(key, symbol);
    this.#written.set(name, written);
    if (dependsOn(written, this.by.name)) this.#varying.push(name);
    return symbol;
  }
  /** The differential of a letter of our own, all its open indices listed as rows. */
  #slope(written: Expression): Term[] {
    const parts =
      written.op === 'add'
        ? written.terms.map(t => this.#varied(this.#abstract(t)))
        : slopeOf(written).map(build => this.#meaning.of(build((e: Expression) => this.#inRule(e))));
    return this.#resolved(parts.flatMap(p => p.terms)).map(t => ({
      ...t,
      rows: [...t.rows, ...t.cols],
      cols: [],
    }));
  }
  /** In a rule, differentials vary all letters; everything else is abstract. */
  #inRule(e: Expression): Expression {
    if (e.op !== 'differential') return this.#abstract(e);
    const of = this.#abstract(e.of);
    return make.differential(of, [...this.#varying]);
  }
}
