// Unification of symbolic dimensions: what is not written about a shape is found from how the letters are used.
//   a term is an ordered product of names, integers and variables
//   unify(a, b) binds variables so that both are the same ordered product, or changes nothing and answers false
//   not promised: splitting of products of different length (answers false, nothing is bound)

import {
  type Dimension,
  type Factor,
  fits,
  type Shape,
  summed,
  triangular,
} from '../expression/dimension.ts';

export interface Variable {
  readonly variable: number;
  bound: Term | null;
  /** Stands for a size of its own from now on: equal to no other one and not 1. */
  own: boolean;
}
export type Term = readonly (Factor | Variable)[];
export interface ShapeTerm {
  readonly rows: Term;
  readonly cols: Term;
}

export const isVariable = (f: Factor | Variable): f is Variable => typeof f === 'object' && 'variable' in f;

export class Unifier {
  #next = 0;
  #trail: Variable[] = [];

  /** Grows with everything that becomes known or open. */
  get state(): number {
    return this.#next + this.#trail.length;
  }
  fresh(): Variable {
    return { variable: this.#next++, bound: null, own: false };
  }
  freshShape(): ShapeTerm {
    return { rows: [this.fresh()], cols: [this.fresh()] };
  }

  /** The term with bound variables replaced. */
  resolve(t: Term): Term {
    const isBound = (f: Term[number]): boolean => isVariable(f) && f.bound !== null;
    return t.some(isBound) ? t.flatMap(f => (isVariable(f) && f.bound ? this.resolve(f.bound) : [f])) : t;
  }
  /** Whatever is still open in the term is a size of its own. */
  settle(t: Term): void {
    for (const f of this.resolve(t)) if (isVariable(f)) f.own = true;
  }
  /** n(n+1)/2, once n is known. */
  triangular(n: Term): Term | null {
    const known = this.resolve(n);
    return isClosed(known) ? triangular(known) : null;
  }
  /** The sum of sizes, once all are known. */
  summed(parts: readonly Term[]): Term | null {
    const known = parts.map(p => this.resolve(p));
    return known.every(isClosed) ? summed(...known) : null;
  }
  isUnit(t: Term): boolean {
    return this.resolve(t).length === 0;
  }
  /** Could be 1: nothing but variables. */
  mayBeUnit(t: Term): boolean {
    return this.resolve(t).every(f => isVariable(f) && !f.own);
  }

  /** All of the actions succeed, or none has an effect. */
  attempt(action: () => boolean): boolean {
    const mark = this.#trail.length;
    if (action()) return true;
    for (const v of this.#trail.splice(mark)) v.bound = null;
    return false;
  }

  unify(a: Term, b: Term): boolean {
    return this.attempt(() => this.#unify(this.resolve(a), this.resolve(b)));
  }
  unifyShape(a: ShapeTerm, b: ShapeTerm): boolean {
    return this.attempt(() => this.unify(a.rows, b.rows) && this.unify(a.cols, b.cols));
  }
  toUnit(t: Term): boolean {
    return this.unify(t, []);
  }

  #bind(v: Variable, to: Term): boolean {
    const value = this.resolve(to);
    const [only] = value;
    if (value.length === 1 && only === v) return true;
    if (v.own && value.length === 1 && only && isVariable(only) && !only.own) return this.#bind(only, [v]);
    if (v.own || value.includes(v)) return false;
    v.bound = value;
    this.#trail.push(v);
    return true;
  }

  #unify(a: Term, b: Term): boolean {
    const [[first], [other]] = [a, b];
    if (a.length === 1 && first && isVariable(first)) return this.#bind(first, b);
    if (b.length === 1 && other && isVariable(other)) return this.#bind(other, a);
    if (a.length === 0 || b.length === 0) return [...a, ...b].every(f => isVariable(f) && this.#bind(f, []));
    if (a.length !== b.length) return sameProduct(a, b) || this.#share(a, b);
    if (a.length === 1) return first === other;
    return (
      this.attempt(() => a.every((f, i) => this.#unify(this.resolve([f]), this.resolve([b[i]!])))) ||
      sameProduct(a, b)
    );
  }

  /** Different lengths: a common beginning and end are taken off, then one variable may stand for what is left. */
  #share(a: Term, b: Term): boolean {
    let [start, end] = [0, 0];
    const shorter = Math.min(a.length, b.length);
    while (start < shorter && a[start] === b[start]) start++;
    while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
    if (start + end === 0) return false;
    return this.#unify(a.slice(start, a.length - end), b.slice(start, b.length - end));
  }
}

const isClosed = (t: Term): t is Dimension => !t.some(isVariable);
const sameProduct = (a: Term, b: Term): boolean => {
  return isClosed(a) && isClosed(b) && fits(a, b);
};

/** Names the variables that nothing determined, each by a letter that the document does not use. */
export class Namer {
  readonly #names = new Map<number, string>();
  readonly #free: Iterator<string>;
  constructor(
    readonly unifier: Unifier,
    taken: ReadonlySet<string>,
  ) {
    this.#free = freeNames(taken);
  }
  dimension(t: Term): Dimension {
    return this.unifier.resolve(t).map(f => {
      if (!isVariable(f)) return f;
      const known = this.#names.get(f.variable);
      if (known) return known;
      const name = this.#free.next().value as string;
      this.#names.set(f.variable, name);
      return name;
    });
  }
  shape(s: ShapeTerm): Shape {
    return { rows: this.dimension(s.rows), cols: this.dimension(s.cols) };
  }
}

/** All sizes that are not numbers are one: every shape is n×n, n×1, 1×n or 1×1, which is a special case of any sizes. */
export class EqualSizes extends Namer {
  override dimension(t: Term): Dimension {
    return super.dimension(t).map(f => (typeof f === 'string' ? 'n' : f));
  }
}

/** Some sizes, by their names, are other ones or numbers: to see what would follow. */
export class MergedSizes extends Namer {
  readonly #of: Namer;
  readonly #as: ReadonlyMap<string, Factor | Dimension>;
  constructor(of: Namer, as: ReadonlyMap<string, Factor | Dimension>) {
    super(of.unifier, new Set());
    this.#of = of;
    this.#as = as;
  }
  override dimension(t: Term): Dimension {
    return this.#of.dimension(t).flatMap(f => (typeof f === 'string' ? (this.#as.get(f) ?? f) : f));
  }
}

function* freeNames(taken: ReadonlySet<string>): Generator<string> {
  for (let round = 0; ; round++)
    for (const letter of ['n', 'm', 'p', 'q', 'r', 's', 'k', 'l', 'h', 'u', 'v']) {
      const name = round ? `${letter}${round}` : letter;
      if (!taken.has(name)) yield name;
    }
}
