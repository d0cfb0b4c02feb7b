// Normalising a board: which steps to take, in which order. Search code: whatever it does, the kernel replays.
//   arguments before what contains them; unfold functions, rewrite occurrences, collect like terms, identify equal arguments
//   it ends: every step is counted against a budget

import type { Board, FunctionAtom } from './board.ts';
import { canonical } from './canonical.ts';
import { cancellation, leading } from './embed.ts';
import { exponentials } from './exponentials.ts';
import { determinants } from './factoring.ts';
import { matchingOf } from './like.ts';
import { Beyond, negated, type Term } from './network.ts';
import { clearings, expansions, fixedDeterminants, isPlain, occurrences, unplaced } from './occasions.ts';
import { projections } from './projecting.ts';
import { advance, permuted, type Step, turned } from './rewrite.ts';
import { unfoldings } from './unfoldings.ts';

const MAX_STEPS = 3000;
/** How often both sides are multiplied by one thing. */
const MAX_CLEARINGS = 4;
/** Terms of a side whose indices are taken apart. */
const MOST_SPREAD = 1000;

export class Search {
  readonly steps: Step[] = [];
  readonly #settled = new Set<number>();
  readonly #byKey = new Map<string, number>();
  /** The leading term of an argument that is settled: its number. */
  readonly #leads = new Map<number, number>();
  /** `ordered` sets the order in which the candidates at one place are tried. */
  constructor(
    readonly board: Board,
    readonly maxTerms: number,
    readonly ordered: (steps: Iterable<Step>) => Iterable<Step> = steps => steps,
  ) {}

  /** Brings both sides to their normal form. @throws Beyond when a budget is spent */
  run(): void {
    this.settle(0);
    this.settle(1);
  }

  /** Expands a function by its definition, or multiplies both sides by something that is inverted in the terms given, and
   *  normalises again; false when there is nothing to do. */
  clear(rest: readonly Term[]): boolean {
    const { board } = this;
    for (const step of [
      ...expansions(rest),
      ...fixedDeterminants(board, rest),
      ...determinants(board, rest),
      ...clearings(board, rest),
    ]) {
      const key = JSON.stringify(step);
      const count = this.#cleared.get(key) ?? 0;
      if (count >= MAX_CLEARINGS || !this.take(step)) continue;
      this.#cleared.set(key, count + 1);
      for (const side of [0, 1]) {
        this.#rewrite(side);
        this.take({ rule: 'collect', sum: side, matching: matchingOf(this.board.sums[side]!.terms) });
      }
      return true;
    }
    return false;
  }
  readonly #cleared = new Map<string, number>();

  /** Takes every index of known size apart; false when there is none, or the terms become too many. */
  spread(): boolean {
    const before = this.steps.length;
    for (const side of [0, 1]) {
      const sum = this.board.sums[side]!;
      for (let term = 0; term < sum.terms.length; ) {
        const index = unplaced(sum.terms[term]!);
        if (index < 0) term++;
        else if (sum.terms.length > MOST_SPREAD || !this.take({ rule: 'positions', sum: side, term, index }))
          return false;
      }
      this.#rewrite(side);
    }
    return this.steps.length > before;
  }

  /** Names of the rewrites that were taken, each once. */
  get rewrites(): string[] {
    return [...new Set(this.steps.flatMap(nameOf))];
  }

  take(step: Step): boolean {
    if (this.steps.length >= MAX_STEPS) throw new Beyond(`the budget of ${MAX_STEPS} rewrites was spent`);
    const conditions = this.board.given.size;
    if (!advance(this.board, step)) {
      this.board.forget(conditions);
      return false;
    }
    this.steps.push(step);
    return true;
  }

  settle(number: number): void {
    if (this.#settled.has(number)) return;
    const sum = this.board.sums[number]!;
    this.#rewrite(number);
    if (sum.kind !== 'side') this.collect(number);
    this.#settled.add(number);
    if (sum.kind === 'entries' || sum.kind === 'matrix') this.#identify(number);
  }

  /** Until no function unfolds and no occurrence rewrites. */
  #rewrite(number: number): void {
    const sum = this.board.sums[number]!;
    for (let at = 0; at < sum.terms.length; ) {
      if (sum.terms.length > this.maxTerms)
        throw new Beyond(`the budget of ${this.maxTerms} terms was spent`);
      if (this.#function(number, at) || this.#occurrence(number, at)) continue;
      at++;
    }
  }
  /** Settles the arguments in a term; true when the term changed. */
  #function(sum: number, term: number): boolean {
    const { board } = this;
    const of = board.sums[sum]!;
    const before = of.terms[term]!;
    for (let k = 0; k < before.nodes.length; k++) {
      const { atom, legs } = before.nodes[k]!;
      if (atom.kind !== 'function') continue;
      for (let p = 0; p < legs.length; p++) {
        const q = legs.indexOf(legs[p]!, p + 1);
        if (q < 0 || board.sums[atom.argument]!.kind !== 'entries') continue;
        return this.take({ rule: 'merge slots', sum, term, node: k, slots: [p, q] });
      }
      this.settle(atom.argument);
      if (of.terms[term] !== before) return true;
      for (const step of this.ordered(this.#unfoldings(atom))) if (this.take(step)) return true;
    }
    return false;
  }
  #unfoldings(atom: FunctionAtom): Step[] {
    const { fn, order, argument } = atom;
    if (this.board.definitions.has(atom)) return [{ rule: 'definition', fn, order, argument }];
    return unfoldings(this.board, atom, this.#leads.get(argument) ?? 0);
  }
  #occurrence(sum: number, term: number): boolean {
    const of = this.board.sums[sum]!.terms[term]!;
    if (of.nodes.every(isPlain)) return false;
    for (const step of this.ordered(occurrences(this.board, of, sum, term))) if (this.take(step)) return true;
    for (const step of projections(this.board, of, sum, term)) if (this.take(step)) return true;
    for (const step of exponentials(this.board, of, sum, term, this.#passed))
      if (this.take(step)) return true;
    for (let node = 0; node < of.nodes.length; node++) {
      const { atom } = of.nodes[node]!;
      if (atom.kind !== 'function' || (atom.fn !== 'inverse' && atom.fn !== 'reciprocal')) continue;
      const lead = this.#leads.get(atom.argument);
      if (lead === undefined) continue;
      for (const step of cancellation(this.board, of, { sum, term, node, lead }))
        if (this.take(step)) return true;
    }
    return false;
  }

  /** Terms in which an exponential was passed: round a trace it comes back. */
  readonly #passed = new Set<string>();

  collect(number: number): void {
    const sum = this.board.sums[number]!;
    if (sum.terms.length > 1 || sum.terms.some(t => t.nodes.some(n => n.atom.mirror < 0)))
      this.take({ rule: 'collect', sum: number, matching: matchingOf(sum.terms) });
  }

  /** Recognises an argument that was seen before, in any order of its slots that its functions allow. */
  #identify(number: number): void {
    const sum = this.board.sums[number]!;
    const straight = sum.dims.map((_, k) => k);
    const orders = sum.kind === 'entries' ? permutations(straight) : matrixOrders(sum.dims.length, sum.split);
    let best: { key: string; order: readonly number[] } | null = null;
    const keys = new Map<string, string>();
    for (const order of orders) {
      const key = `${sum.kind} ${order.map(k => sum.dims[k]).join(' ')} ${sum.kind === 'matrix' ? matrixSplit(order, sum.split, sum.dims.length) : ''}: ${keyOf(permuted(sum.terms, order))}`;
      keys.set(order.join(), key);
      if (!best || key < best.key) best = { key, order };
    }
    if (!best) return;
    const turn = turned(sum);
    if (turn && keys.get(turn.join()) === keys.get(straight.join()))
      this.take({
        rule: 'symmetric',
        sum: number,
        matching: matchingOf([...sum.terms, ...negated(permuted(sum.terms, turn))]),
      });
    const known = this.#byKey.get(best.key);
    if (known !== undefined) {
      this.#same(number, known, best.order);
      return;
    }
    this.#byKey.set(best.key, number);
    this.#orders.set(number, best.order);
    this.#leads.set(number, leading(sum.terms));
  }
  /** The order of its slots under which a known argument has its key. */
  readonly #orders = new Map<number, readonly number[]>();

  #same(number: number, as: number, order: readonly number[]): void {
    const own = this.#orders.get(as)!;
    const slots: number[] = [];
    own.forEach((to, k) => {
      slots[to] = order[k]!;
    });
    const a = this.board.sums[number]!;
    const b = this.board.sums[as]!;
    const matching = matchingOf([...permuted(a.terms, slots), ...negated(b.terms)]);
    this.take({ rule: 'same', sum: number, as, slots, matching });
  }
}

/** What each rule is called in a proof; null for steps that only compare and collect networks. */
const NAMES: Readonly<Record<Step['rule'], string | null>> = {
  collect: null,
  same: null,
  'merge slots': null,
  'drop slot': null,
  orthonormal: 'QᵀQ = I',
  idempotent: 'P² = P',
  permutation: 'the entries of a permutation matrix are 0 or 1',
  'permutation sum': 'P1 = 1',
  'parts meet': 'blocks meet part by part',
  'places meet': 'blocks meet part by part',
  'whole part': 'blocks meet part by part',
  'same place': 'an entry of vech has one place in the matrix',
  'same pair': 'an entry on or below the diagonal has one place in vech',
  'crossed pair': 'only the diagonal is both above and below itself',
  'all places': 'vech lists the entries on and below the diagonal',
  'all pairs': 'vech lists the entries on and below the diagonal',
  'unit vector': 'uᵀu = 1',
  'one place': 'a cycle of triangular matrices stays on the diagonal',
  beyond: 'a triangular matrix is 0 on one side of its diagonal',
  'sign of place': 'a triangular matrix is 0 on one side of its diagonal',
  'diagonal of inverse': 'the diagonal of the inverse of a triangular matrix',
  'determinant of triangular': 'of a triangular matrix',
  'logarithm of diagonal determinant': 'of the determinant of a diagonal matrix',
  'skew loop': 'the diagonal of a skew matrix is 0',
  pinned: 'a unit vector picks an entry',
  squared: 'the square of a function',
  symmetric: 'a function of a symmetric matrix is symmetric',
  cancel: 'M M⁻¹ = I',
  clear: 'both sides multiplied by what is inverted',
  scale: 'of a multiple',
  'split product': 'of a product',
  'split tensor': 'of a Kronecker product or a multiple',
  'split entries': 'of an entrywise product',
  'inverse of inverse': 'of an inverse',
  'inverse of diagonal': 'of a diagonal matrix',
  'inverse of orthogonal': 'of an orthogonal matrix',
  'determinant of identity': 'of the identity',
  'determinant of inverse': 'of an inverse',
  'logarithm of determinant': 'of the determinant of a product',
  composite: 'of a function with a rule',
  'common denominator': 'of fractions',
  'exponential of sum': 'of a sum',
  constant: 'of a number',
  parity: 'of a negative',
  'root of square': 'of a square',
  positions: 'an index of known size runs over its positions',
  'Leibniz formula': 'by the Leibniz formula',
  'determinant lemma': 'of the identity plus an outer product',
  'determinant turned': 'of I + PQ, which is that of I + QP',
  'determinant factored': 'of a sum with an invertible matrix',
  'inverse of exponential': 'of a matrix exponential',
  'determinant of exponential': 'of a matrix exponential',
  'exponential of diagonal': 'of a diagonal matrix',
  'exponential beside identity': 'of a Kronecker product with the identity',
  'exponential of similarity': 'of a similarity',
  'exponential series': 'by its series',
  projection: 'A A⁺ and A⁺ A are symmetric',
  projected: 'A A⁺ A = A and A⁺ A A⁺ = A⁺',
  'exponentials meet': 'exponentials of commuting matrices meet',
  'exponential passes': 'a matrix passes through an exponential',
  definition: 'by its definition',
};
const nameOf = (step: Step): string[] => {
  const name = NAMES[step.rule];
  if (name === null) return [];
  return ['fn' in step && step.rule !== 'clear' ? `${step.fn} ${name}` : name];
};

const keyOf = (terms: readonly Term[]): string =>
  terms
    .map(t => {
      const form = canonical(t);
      return `${form.sign * Number(t.scalar.num)}/${t.scalar.den} ${t.sizes.join('·')} ${form.key}`;
    })
    .sort()
    .join(' + ');

const matrixOrders = (size: number, split: number): number[][] => {
  const straight = Array.from({ length: size }, (_, k) => k);
  return [straight, straight.map(k => (k + split) % size)];
};
const matrixSplit = (order: readonly number[], split: number, size: number): number =>
  order[0] === 0 ? split : size - split;

/** All orders of up to four slots; of more, the one that is given. */
const permutations = (of: readonly number[]): number[][] => {
  if (of.length > 4) return [[...of]];
  if (of.length === 0) return [[]];
  return of.flatMap((x, k) => permutations(of.toSpliced(k, 1)).map(rest => [x, ...rest]));
};
