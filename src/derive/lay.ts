// What is differentiated, as networks: functions and sums that stay as they were written are letters of their own, so that only what
// is multilinear is left; the differential of such a letter is a row of rules.ts. In the end only dX is left, once in each term.

import * as make from '../expression/build.ts';
import { isScalar, shape } from '../expression/dimension.ts';
import type { Expression, NamedIndex } from '../expression/expression.ts';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import { Board } from '../prove/board.ts';
import { matchingOf } from '../prove/like.ts';
import { collected } from '../prove/matching.ts';
import { type Limits, Meaning } from '../prove/meaning.ts';
import { Beyond, substituted, type Term, type Value } from '../prove/network.ts';
import { slotted } from '../prove/operators.ts';
import { arranged } from './arrange.ts';
import { gathered } from './gather.ts';
import { keyOf } from './measure.ts';
import { network } from './pieces.ts';
import { dependsOn, freeIndices, rebuilt } from './rebuild.ts';
import { slopeOf } from './rules.ts';
import { isSymmetric } from './tidy.ts';

const LIMITS: Limits = { terms: 2000, nodes: 200 };

export class Laid {
  readonly board = new Board();
  readonly #meaning = new Meaning(this.board, LIMITS, 'projected', new Map());
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
    if (this.#isLetter(e)) {
      const [index, ...more] = freeIndices(e).values();
      return index && !more.length ? this.#entryOf(e, index) : make.symbol(this.#letter(e));
    }
    if (e.op === 'pseudoInverse' && dependsOn(e, this.by.name)) {
      const known = ofFullRank(e.of);
      if (known) return this.#abstract(known);
    }
    return rebuilt(e, of => this.#abstract(of));
  }
  #isLetter(e: Expression): boolean {
    switch (e.op) {
      case 'add':
        return (this.together(e) || !dependsOn(e, this.by.name)) && !freeIndices(e).size;
      case 'trace':
        return e.of.op === 'matrixFunction';
      case 'pseudoInverse':
        return !dependsOn(e, this.by.name) || !ofFullRank(e.of);
      case 'inverse':
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
  /** f(x_i) is an entry of f(x): what an index runs through under a function becomes a vector. */
  #entryOf(e: Expression, index: NamedIndex): Expression {
    const reciprocal = e.op === 'inverse';
    if (!isScalar(e.shape) || !(reciprocal || e.op === 'elementwise'))
      throw new Beyond('a function of a matrix that an index runs through');
    const { terms } = this.#meaning.of(this.#abstract(e.of));
    const places = new Map([[index.name, index.dim]]);
    const vector = gathered(
      this.collected(terms.map(t => slotted(t, places))).map(t => arranged(network(t, s => this.meaning(s)))),
      shape([index.dim]),
    );
    const [fn, order] = e.op === 'elementwise' ? [e.fn, e.order] : ['reciprocal', 0];
    return make.entry(make.symbol(this.#letter(make.elementwise(fn, vector, order))), index, 1);
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

/** A⁺ of a letter of full rank. Ben-Israel & Greville 2003, ch. 1. */
const ofFullRank = (of: Expression): Expression | null => {
  if (of.op !== 'symbol') return null;
  const flipped = make.transpose(of);
  if (has(of.symbol, 'full-column-rank'))
    return make.product(make.inverse(make.product(flipped, of)), flipped);
  return has(of.symbol, 'full-row-rank')
    ? make.product(flipped, make.inverse(make.product(of, flipped)))
    : null;
};
