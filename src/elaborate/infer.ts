// Shapes by unification over the whole document: best effort, never an error. What cannot fit is left for build.ts to refuse.
//   cautious passes unify only what has one reading; the last pass takes the usual reading of what is still open
//   every constant, identity, index and ambiguous call has a shape term of its own, kept by its syntax node

import type { Passage } from '../document/document.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Dependence } from './dependence.ts';
import { isOrder } from './first-order.ts';
import { call, matrix } from './infer-calls.ts';
import { bindSize, bindSizes, constant, subscript } from './infer-entries.ts';
import { binary, product, writtenAsScalar } from './infer-products.ts';
import { type Evidence, matrixFunctionsOf } from './matrix-functions.ts';
import { isUpper, type Letter, prefersScalar, type Scope } from './scope.ts';
import type { ShapeTerm, Term, Variable } from './unify.ts';
import { averaged } from './usage.ts';
import { inner } from './walk.ts';

const SCALAR: ShapeTerm = { rows: [], cols: [] };

export class Inference {
  readonly #shapes = new Map<Syntax, ShapeTerm>();
  /** The dimension of an index, by the summation or the passage that it belongs to. */
  readonly #indices = new Map<object, Map<string, Variable>>();
  #binders: object[] = [];
  eager = false;
  /** Only definitions were looked at: a letter that may be a number is left open. */
  defining = false;
  /** Which of exp, log and sqrt are functions of a square matrix here. */
  readonly matrixFunctions: ReadonlyMap<string, Evidence>;

  constructor(
    readonly scope: Scope,
    readonly dependence: Dependence,
    /** Letters that stand for whole numbers. */
    readonly wholes: ReadonlySet<string> = new Set(),
  ) {
    this.matrixFunctions = matrixFunctionsOf(scope.document);
    const { passages } = scope.document;
    const defining = passages.filter(p => scope.definitions.has(p.chain));
    for (const p of [...defining, ...defining]) this.#passage(p);
    for (const p of passages)
      for (const item of p.chain.items)
        for (const piece of pieces(item)) if (piece.kind === 'directional') this.#along(piece);
    this.#settle(defining);
    this.#binders = [scope];
    for (const l of scope.spectral) scope.unifier.unifyShape(l.shape, this.infer(l.definition!.body));
    this.eager = this.defining = true;
    for (const p of defining) this.#passage(p);
    this.defining = false;
    for (const eager of [false, true]) {
      this.eager = eager;
      // What a pass found may tell more to the next one; after a pass that found nothing, it would not.
      for (let pass = 0, before = -1; pass < 2 && before !== this.#state; pass++) {
        before = this.#state;
        for (const p of passages) this.#passage(p);
      }
    }
    for (const l of scope.letters) {
      const { rows, cols } = l.shape;
      const u = scope.unifier;
      if (prefersScalar(l) && u.mayBeUnit(rows) && u.mayBeUnit(cols) && !l.definition)
        u.attempt(() => u.toUnit(rows) && u.toUnit(cols));
    }
  }

  /** Matrices that definitions use have the sizes which these leave open: no claim makes two of them equal, or 1. */
  #settle(defining: readonly Passage[]): void {
    const { unifier } = this.scope;
    for (const p of defining)
      for (const piece of pieces(p.chain.items[1]!)) {
        const letter = piece.kind === 'name' ? this.scope.find(piece.name, piece.font) : null;
        if (!letter || !isUpper(letter.name)) continue;
        unifier.settle(letter.shape.rows);
        unifier.settle(letter.shape.cols);
      }
  }

  /** The shape term of a constant, identity or ambiguous call. */
  shapeOf(s: Syntax): ShapeTerm {
    const written = s.origin ?? s;
    const known = this.#shapes.get(written);
    if (known) return known;
    const made = this.scope.unifier.freshShape();
    this.#shapes.set(written, made);
    if (s.kind === 'constant' || s.kind === 'identity') bindSizes(this, s, made);
    return made;
  }
  /** The dimension of an index under its binder: a summation, or the passage for a free index. */
  indexOf(binder: object, name: string): Variable {
    const names = this.#indices.get(binder) ?? new Map<string, Variable>();
    this.#indices.set(binder, names);
    const known = names.get(name) ?? this.scope.unifier.fresh();
    names.set(name, known);
    return known;
  }
  isIndex(binders: readonly object[], name: string): boolean {
    return binders.some(b => this.#indices.get(b)?.has(name));
  }

  /** The binder of a side's free indices by itself, whatever the passage says of them. */
  alone(side: Syntax): object {
    const binder = {};
    this.#binders = [binder];
    this.infer(side);
    return binder;
  }

  #passage(p: Passage): void {
    const u = this.scope.unifier;
    const { items, relations } = p.chain;
    this.#binders = [p];
    const defined = this.scope.definitions.get(p.chain);
    const shapes = items.map(item => this.infer(item));
    if (defined && shapes[1]) u.unifyShape(defined.shape, shapes[1]);
    relations.forEach((r, i) => {
      const [left, right] = [shapes[i], shapes[i + 1]];
      if ((r.sign !== '=' && r.sign !== ':=' && r.sign !== '≡') || !left || !right) return;
      if (isZero(items[i]) || isZero(items[i + 1])) return;
      const scalars = [left, right].filter(side => this.isScalar(side)).length;
      if (scalars === 1 && ![i, i + 1].some(k => this.mayBeScalar(items[k]!, shapes[k]!))) return;
      u.unifyShape(left, right);
      this.reorder(items[i]!, right.rows);
      this.reorder(items[i + 1]!, left.rows);
    });
  }

  infer(s: Syntax): ShapeTerm {
    const u = this.scope.unifier;
    switch (s.kind) {
      case 'name': {
        const l = this.scope.letter(s.name, s.font, s.latex, s.span);
        if (this.wholes.has(s.name)) return SCALAR;
        return this.isIndex(this.#binders, s.name) && !l.declaration && !l.definition ? SCALAR : l.shape;
      }
      case 'bars': {
        const of = this.infer(s.of);
        return this.scope.document.conventions.entrywise && u.isUnit(of.cols) ? of : SCALAR;
      }
      case 'number':
      case 'norm':
      case 'inner':
        return this.#operands(s, SCALAR);
      case 'constant':
      case 'identity':
        return constant(this, s);
      case 'subscript':
        return subscript(this, s);
      case 'sum': {
        const terms = s.terms
          .filter(t => inner(t.of).kind !== 'number' && !isOrder(inner(t.of)))
          .map(t => this.infer(t.of));
        const [first, ...others] = terms;
        for (const t of others) u.unifyShape(first!, t);
        return first ?? SCALAR;
      }
      case 'product':
        return product(this, this.dependence.factors(s.factors));
      case 'quotient': {
        const [over, under] = [this.infer(s.over), this.infer(s.under)];
        const mean = averaged(s);
        const letter = mean && this.scope.find(mean.size.name, mean.size.font);
        if (mean && !letter?.declaration && !letter?.definition)
          bindSize(this, this.shapeOf(mean.ones).rows, mean.size);
        if (s.entrywise) u.unifyShape(over, under);
        else if (this.eager && this.mayBeScalar(s.under, under)) this.toScalar(under);
        return this.isScalar(over) && !this.isScalar(under) && !this.mayBeScalar(s.under, under)
          ? under
          : over;
      }
      case 'binary':
        return binary(this, s);
      case 'transpose': {
        const of = this.infer(s.of);
        return { rows: of.cols, cols: of.rows };
      }
      case 'power': {
        const of = this.infer(s.of);
        if (!s.entrywise && !this.mayBeScalar(s.of, of) && !this.isScalar(of) && !u.isUnit(of.cols))
          u.unify(of.rows, of.cols);
        return of;
      }
      case 'pseudoInverse': {
        const of = this.infer(s.of);
        return { rows: of.cols, cols: of.rows };
      }
      case 'call':
        return call(this, s);
      case 'differential':
        return this.infer(s.of);
      case 'directional':
        this.#along(s);
        return this.infer(s.of);
      case 'derivative':
      case 'gradient': {
        const of = this.infer(s.of);
        const parameter = s.by[0] && this.dependence.parameter(s.by[0]);
        if (parameter && this.dependence.of.has(parameter.key)) return of;
        const only = s.kind === 'gradient' && s.by.length === 0 ? this.#argument(s.of) : null;
        const by = only ? [only] : s.by.map(b => this.infer(b));
        const [x] = by;
        if (x && by.length === 1 && this.isScalar(x)) return of;
        if (x && by.length === 1 && s.kind === 'gradient' && s.order === 2 && this.isScalar(of))
          return { rows: x.rows, cols: x.rows };
        if (x && by.length === 1 && this.isScalar(of) && (s.kind === 'gradient' || !u.mayBeUnit(x.cols)))
          return x;
        return this.shapeOf(s);
      }
      case 'summation': {
        this.#binders.push(s);
        for (const i of s.indices) {
          const dim = this.indexOf(s, i);
          if (s.to) bindSize(this, [dim], s.to);
        }
        const of = this.infer(s.of);
        this.#binders.pop();
        return of;
      }
      case 'matrix': {
        return matrix(this, s);
      }
      case 'group':
        return this.infer(s.of);
    }
  }

  /** The shape of the x of ∇f(x), or of ∇f where f(x) is defined. */
  #argument(s: Syntax): ShapeTerm | null {
    const of = inner(s);
    if (of.kind === 'call') return of.args.length === 1 ? this.infer(of.args[0]!) : null;
    const parameters = of.kind === 'name' && this.scope.find(of.name, of.font)?.definition?.parameters;
    return parameters && parameters.length === 1 ? parameters[0]!.shape : null;
  }

  /** The H of Df(X)[H] has the shape of X. */
  #along({ of, direction }: Extract<Syntax, { kind: 'directional' }>): void {
    const along = this.infer(direction);
    let f = inner(of);
    while (f.kind === 'directional') f = inner(f.of);
    const [x, ...more] = f.kind === 'call' ? f.args : [];
    if (x && more.length === 0) this.scope.unifier.unifyShape(along, this.infer(x));
  }

  #operands(s: Syntax & { of?: Syntax; left?: Syntax; right?: Syntax }, shape: ShapeTerm): ShapeTerm {
    if (s.left && s.right) this.scope.unifier.unifyShape(this.infer(s.left), this.infer(s.right));
    if (s.of) this.infer(s.of);
    return shape;
  }

  isScalar(s: ShapeTerm): boolean {
    return this.scope.unifier.isUnit(s.rows) && this.scope.unifier.isUnit(s.cols);
  }
  toScalar(s: ShapeTerm): void {
    const u = this.scope.unifier;
    u.attempt(() => u.toUnit(s.rows) && u.toUnit(s.cols));
  }
  /** Undetermined, and written as scalars are. */
  mayBeScalar(s: Syntax, shape: ShapeTerm): boolean {
    const u = this.scope.unifier;
    if (!u.mayBeUnit(shape.rows) || !u.mayBeUnit(shape.cols)) return false;
    return this.isScalar(shape) || writtenAsScalar(s);
  }
  /** A vector in ℝ^{mn} has its factors in the order in which it is used first. */
  reorder(s: Syntax, rows: Term): void {
    const u = this.scope.unifier;
    const name = inner(s);
    const letter = name.kind === 'name' ? this.scope.find(name.name, name.font) : null;
    if (!letter?.declaration?.rows || letter.definition || this.#ordered.has(letter)) return;
    const [own, wanted] = [u.resolve(letter.shape.rows), u.resolve(rows)];
    if (own.length < 2 || !u.isUnit(letter.shape.cols) || !u.unify(own, wanted)) return;
    this.#ordered.add(letter);
    letter.shape = { rows: wanted, cols: [] };
  }
  readonly #ordered = new Set<Letter>();
  get #state(): number {
    return this.scope.unifier.state + this.#ordered.size;
  }

  /** An index stands at a position whose dimension it takes. */
  position(index: Syntax, dim: Term): void {
    const name = inner(index);
    if (name.kind !== 'name') return;
    const binder = [...this.#binders].reverse().find(b => this.isIndex([b], name.name)) ?? this.#binders[0]!;
    this.scope.unifier.unify([this.indexOf(binder, name.name)], dim);
  }
}

const isZero = (s: Syntax | undefined): boolean => {
  const of = s && inner(s);
  return of?.kind === 'number' && of.value.num === 0n;
};
