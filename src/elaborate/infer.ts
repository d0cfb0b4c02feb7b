// Shapes by unification over the whole document: best effort, never an error. What cannot fit is left for build.ts to refuse.
//   cautious passes unify only what has one reading; the last pass takes the usual reading of what is still open
//   every constant, identity, index and ambiguous call has a shape term of its own, kept by its syntax node

import type { Passage } from '../document/document.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Dependence } from './dependence.ts';
import { type Evidence, matrixFunctionsOf } from './matrix-functions.ts';
import { isUpper, type Letter, labelled, prefersScalar, type Scope } from './scope.ts';
import type { ShapeTerm, Term, Variable } from './unify.ts';
import { averaged } from './usage.ts';
import { inner, isWrittenZero, pieces } from './walk.ts';

const SCALAR: ShapeTerm = { rows: [], cols: [] };
const SCALAR_CALLS = new Set(['tr', 'det', 'logdet', 'rank', 'lse', 'logsumexp']);

export class Inference {
  readonly #shapes = new Map<Syntax, ShapeTerm>();
  /** The dimension of an index, by the summation or the passage that it belongs to. */
  readonly #indices = new Map<object, Map<string, Variable>>();
  #binders: object[] = [];
  #eager = false;
  /** Which of exp, log and sqrt are functions of a square matrix here. */
  readonly matrixFunctions: ReadonlyMap<string, Evidence>;

  constructor(
    readonly scope: Scope,
    readonly dependence: Dependence,
  ) {
    this.matrixFunctions = matrixFunctionsOf(scope.document);
    const { passages } = scope.document;
    const defining = passages.filter(p => scope.definitions.has(p.chain));
    for (const p of [...defining, ...defining]) this.#passage(p);
    this.#settle(defining);
    for (const pass of ['cautious', 'cautious', 'eager', 'eager'] as const) {
      this.#eager = pass === 'eager';
      for (const p of passages) this.#passage(p);
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
    const known = this.#shapes.get(s);
    if (known) return known;
    const made = this.scope.unifier.freshShape();
    this.#shapes.set(s, made);
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

  #passage(p: Passage): void {
    const u = this.scope.unifier;
    const { items, relations } = p.chain;
    this.#binders = [p];
    const defined = this.scope.definitions.get(p.chain);
    const shapes = items.map(item => this.#infer(item));
    if (defined && shapes[1]) u.unifyShape(defined.shape, shapes[1]);
    relations.forEach((r, i) => {
      const [left, right] = [shapes[i], shapes[i + 1]];
      if ((r.sign !== '=' && r.sign !== ':=' && r.sign !== '≡') || !left || !right) return;
      if (isZero(items[i]) || isZero(items[i + 1])) return;
      const scalars = [left, right].filter(side => this.#isScalar(side)).length;
      if (scalars === 1 && ![i, i + 1].some(k => this.#mayBeScalar(items[k]!, shapes[k]!))) return;
      u.unifyShape(left, right);
    });
  }

  #infer(s: Syntax): ShapeTerm {
    const u = this.scope.unifier;
    switch (s.kind) {
      case 'name': {
        const l = this.scope.letter(s.name, s.font, s.latex, s.span);
        return this.isIndex(this.#binders, s.name) && !l.declaration ? SCALAR : l.shape;
      }
      case 'number':
      case 'norm':
      case 'bars':
      case 'inner':
        return this.#operands(s, SCALAR);
      case 'constant':
      case 'identity':
        return this.#constant(s);
      case 'subscript':
        return this.#subscript(s);
      case 'sum': {
        const terms = s.terms.filter(t => inner(t.of).kind !== 'number').map(t => this.#infer(t.of));
        const [first, ...others] = terms;
        for (const t of others) u.unifyShape(first!, t);
        return first ?? SCALAR;
      }
      case 'product':
        return this.#product(this.dependence.factors(s.factors));
      case 'quotient': {
        const [over, under] = [this.#infer(s.over), this.#infer(s.under)];
        const mean = averaged(s);
        const letter = mean && this.scope.find(mean.size.name, mean.size.font);
        if (mean && !letter?.declaration && !letter?.definition)
          this.#bindSize(this.shapeOf(mean.ones).rows, mean.size);
        if (s.entrywise) u.unifyShape(over, under);
        else if (this.#eager && this.#mayBeScalar(s.under, under)) this.#toScalar(under);
        return this.#isScalar(over) && !this.#isScalar(under) && !this.#mayBeScalar(s.under, under)
          ? under
          : over;
      }
      case 'binary':
        return this.#binary(s);
      case 'transpose': {
        const of = this.#infer(s.of);
        return { rows: of.cols, cols: of.rows };
      }
      case 'power': {
        const of = this.#infer(s.of);
        if (!s.entrywise && !this.#mayBeScalar(s.of, of) && !this.#isScalar(of) && !u.isUnit(of.cols))
          u.unify(of.rows, of.cols);
        return of;
      }
      case 'pseudoInverse': {
        const of = this.#infer(s.of);
        return { rows: of.cols, cols: of.rows };
      }
      case 'call':
        return this.#call(s);
      case 'differential':
        return this.#infer(s.of);
      case 'directional':
        this.#infer(s.direction);
        return this.#infer(s.of);
      case 'derivative':
      case 'gradient': {
        const of = this.#infer(s.of);
        const parameter = s.by[0] && this.dependence.parameter(s.by[0]);
        if (parameter && this.dependence.of.has(parameter.key)) return of;
        const by = s.by.map(b => this.#infer(b));
        const [x] = by;
        if (x && by.length === 1 && this.#isScalar(x)) return of;
        if (x && by.length === 1 && s.kind === 'gradient' && s.order === 2 && this.#isScalar(of))
          return { rows: x.rows, cols: x.rows };
        if (x && by.length === 1 && this.#isScalar(of) && (s.kind === 'gradient' || !u.mayBeUnit(x.cols)))
          return x;
        return this.shapeOf(s);
      }
      case 'summation': {
        this.#binders.push(s);
        for (const i of s.indices) {
          const dim = this.indexOf(s, i);
          if (s.to) this.#bindSize([dim], s.to);
        }
        const of = this.#infer(s.of);
        this.#binders.pop();
        return of;
      }
      case 'matrix': {
        return this.#matrix(s);
      }
      case 'group':
        return this.#infer(s.of);
    }
  }

  #operands(s: Syntax & { of?: Syntax; left?: Syntax; right?: Syntax }, shape: ShapeTerm): ShapeTerm {
    if (s.left && s.right) this.scope.unifier.unifyShape(this.#infer(s.left), this.#infer(s.right));
    if (s.of) this.#infer(s.of);
    return shape;
  }

  #isScalar(s: ShapeTerm): boolean {
    return this.scope.unifier.isUnit(s.rows) && this.scope.unifier.isUnit(s.cols);
  }
  #toScalar(s: ShapeTerm): void {
    const u = this.scope.unifier;
    u.attempt(() => u.toUnit(s.rows) && u.toUnit(s.cols));
  }
  /** Undetermined, and written as scalars are. */
  #mayBeScalar(s: Syntax, shape: ShapeTerm): boolean {
    const u = this.scope.unifier;
    if (!u.mayBeUnit(shape.rows) || !u.mayBeUnit(shape.cols)) return false;
    return this.#isScalar(shape) || writtenAsScalar(s);
  }
  #prefersScalar(s: Syntax): boolean {
    const of = inner(s);
    const letter = of.kind === 'name' ? this.scope.find(of.name, of.font) : null;
    return letter ? prefersScalar(letter) : false;
  }

  /** A written size: 3, n, m·n, K². */
  #size(s: Syntax): Term | null {
    const of = inner(s);
    if (of.kind === 'number' && of.value.den === 1n && of.value.num > 0n)
      return of.value.num === 1n ? [] : [Number(of.value.num)];
    if (of.kind === 'name') return [of.name];
    if (of.kind === 'product') {
      const parts = of.factors.map(f => this.#size(f));
      return parts.every(p => p !== null) ? parts.flat() : null;
    }
    return null;
  }
  #bindSize(t: Term, s: Syntax): void {
    const size = this.#size(s);
    if (size) this.scope.unifier.unify(t, size);
  }

  #constant(s: Extract<Syntax, { kind: 'constant' | 'identity' }>): ShapeTerm {
    const u = this.scope.unifier;
    const shape = this.shapeOf(s);
    const [rows, cols] = s.size;
    if (s.kind === 'identity') {
      u.unify(shape.rows, shape.cols);
      if (rows) this.#bindSize(shape.rows, rows);
      return shape;
    }
    if (rows) {
      this.#bindSize(shape.rows, rows);
      if (cols) this.#bindSize(shape.cols, cols);
      else u.toUnit(shape.cols);
    } else if (s.of === 'ones' && this.#eager) u.toUnit(shape.cols);
    return shape;
  }

  #subscript(s: Extract<Syntax, { kind: 'subscript' }>): ShapeTerm {
    const u = this.scope.unifier;
    const own = labelled(this.scope, s);
    const label = own && this.scope.find(own.name, own.font);
    if (label?.definition) return label.shape;
    const [row, col] = s.subscripts;
    const of = inner(s.of);
    if (of.kind === 'name' && !this.scope.find(of.name, of.font)?.declaration) {
      if (of.name === 'e' && row && !col) {
        const shape = this.shapeOf(s);
        u.toUnit(shape.cols);
        this.#position(row, shape.rows);
        return shape;
      }
      if (of.name === 'K' && row && col) {
        const [m, n] = [this.#size(row), this.#size(col)];
        return m && n ? { rows: [...m, ...n], cols: [...n, ...m] } : this.shapeOf(s);
      }
      const halving = row && !col ? this.scope.halving(of) : null;
      if (halving && row) {
        const n = this.#size(row);
        if (!n) return this.shapeOf(s);
        const [all, half] = [[...n, ...n], this.#halved(s, n).rows];
        return halving === 'duplication' ? { rows: all, cols: half } : { rows: half, cols: all };
      }
      if (of.name === 'δ' && row && col) {
        const dim = [u.fresh()];
        this.#position(row, dim);
        this.#position(col, dim);
        return SCALAR;
      }
    }
    const shape = this.#infer(s.of);
    const letter = this.scope.of(s.of);
    if (letter?.family && row && !col) {
      this.#position(row, shape.cols);
      return { rows: shape.rows, cols: [] };
    }
    if (row) this.#position(row, shape.rows);
    if (col) this.#position(col, shape.cols);
    return SCALAR;
  }
  /** An index stands at a position whose dimension it takes. */
  #position(index: Syntax, dim: Term): void {
    const name = inner(index);
    if (name.kind !== 'name') return;
    const binder = [...this.#binders].reverse().find(b => this.isIndex([b], name.name)) ?? this.#binders[0]!;
    this.scope.unifier.unify([this.indexOf(binder, name.name)], dim);
  }

  #product(factors: readonly Syntax[]): ShapeTerm {
    return factors
      .map(f => ({ of: f, shape: this.#infer(f) }))
      .reduce((a, b) => ({ of: b.of, shape: this.#times(a.of, a.shape, b.of, b.shape) })).shape;
  }
  #times(a: Syntax, left: ShapeTerm, b: Syntax, right: ShapeTerm): ShapeTerm {
    const u = this.scope.unifier;
    if (this.#isScalar(left)) return right;
    if (this.#isScalar(right)) return left;
    const joined: ShapeTerm = { rows: left.rows, cols: right.cols };
    const [openLeft, openRight] = [this.#mayBeScalar(a, left), this.#mayBeScalar(b, right)];
    if (!openLeft && !openRight) {
      u.unify(left.cols, right.rows);
      return joined;
    }
    const fits = u.attempt(() => u.unify(left.cols, right.rows) && this.#eager && !this.#scalarFirst(a, b));
    if (fits) return joined;
    const couldFit = canUnify(this, left.cols, right.rows);
    const scalar = (open: ShapeTerm, other: ShapeTerm): ShapeTerm => {
      this.#toScalar(open);
      return other;
    };
    if (openLeft && (!couldFit || (this.#eager && this.#prefersScalar(a)))) return scalar(left, right);
    if (openRight && (!couldFit || (this.#eager && this.#prefersScalar(b)))) return scalar(right, left);
    return openLeft ? { rows: [u.fresh()], cols: right.cols } : { rows: left.rows, cols: [u.fresh()] };
  }
  #scalarFirst(a: Syntax, b: Syntax): boolean {
    return this.#prefersScalar(a) || this.#prefersScalar(b);
  }

  #binary(s: Extract<Syntax, { kind: 'binary' }>): ShapeTerm {
    const u = this.scope.unifier;
    const [left, right] = [this.#infer(s.left), this.#infer(s.right)];
    const numbers = [s.left, s.right].map(side => inner(side).kind === 'number');
    if (numbers[0] !== numbers[1] && (s.operator === 'hadamard' || s.operator === 'frobenius'))
      return s.operator === 'frobenius' ? SCALAR : numbers[0] ? right : left;
    switch (s.operator) {
      case 'hadamard':
        u.unifyShape(left, right);
        return left;
      case 'frobenius':
        u.unifyShape(left, right);
        return SCALAR;
      case 'kronecker':
        return { rows: [...left.rows, ...right.rows], cols: [...left.cols, ...right.cols] };
      case 'khatriRao':
        u.unify(left.cols, right.cols);
        return { rows: [...left.rows, ...right.rows], cols: left.cols };
      case 'kroneckerSum':
        u.unify(left.rows, left.cols);
        u.unify(right.rows, right.cols);
        return { rows: [...left.rows, ...right.rows], cols: [...left.cols, ...right.cols] };
      case 'compose':
        return this.shapeOf(s);
    }
  }

  /** Heights agree along rows and widths along columns, but for a written 0; what is not known yet is taken from later rounds. */
  #matrix(s: Extract<Syntax, { kind: 'matrix' }>): ShapeTerm {
    const u = this.scope.unifier;
    const cells = s.rows.map(row => row.map(cell => (isWrittenZero(cell) ? null : this.#infer(cell))));
    const isBlock = ({ rows, cols }: ShapeTerm): boolean => !u.mayBeUnit(rows) || !u.mayBeUnit(cols);
    if (!cells.flat().some(cell => cell && isBlock(cell))) {
      const size = (n: number): Term => (n === 1 ? [] : [n]);
      return { rows: size(s.rows.length), cols: size(s.rows[0]?.length ?? 1) };
    }
    for (const row of cells) for (const cell of row) if (cell) u.unify(cell.rows, row.find(x => x)!.rows);
    const first = (c: number): ShapeTerm | null => cells.find(row => row[c])?.[c] ?? null;
    for (const row of cells)
      for (const [c, cell] of row.entries()) if (cell) u.unify(cell.cols, first(c)!.cols);
    const rows = u.summed(cells.map(row => row.find(x => x)?.rows ?? []));
    const cols = u.summed((cells[0] ?? []).map((_, c) => first(c)?.cols ?? []));
    return { rows: rows ?? this.shapeOf(s).rows, cols: cols ?? this.shapeOf(s).cols };
  }
  /** A vector of n(n+1)/2 entries, of any length while n is not known. */
  #halved(s: Syntax, n: Term): ShapeTerm {
    const rows = this.scope.unifier.triangular(n);
    return rows ? { rows, cols: [] } : { rows: this.shapeOf(s).rows, cols: [] };
  }

  #call(s: Extract<Syntax, { kind: 'call' }>): ShapeTerm {
    const u = this.scope.unifier;
    const args = s.args.map(a => this.#infer(a));
    const [x] = args;
    if (!x) return SCALAR;
    const letter: Letter | null = this.scope.find(s.fn, 'plain');
    if (letter?.definition) return letter.shape;
    if (this.scope.opaqueFunctions.has(s.fn)) return SCALAR;
    if (SCALAR_CALLS.has(s.fn)) {
      if (s.fn === 'tr' || s.fn === 'det' || s.fn === 'logdet') u.unify(x.rows, x.cols);
      return SCALAR;
    }
    switch (s.fn) {
      case 'vec':
        return { rows: [...u.resolve(x.cols), ...x.rows], cols: [] };
      case 'vech':
        u.unify(x.rows, x.cols);
        return this.#halved(s, x.rows);
      case 'diag':
      case 'Diag':
        if (u.isUnit(x.cols)) return { rows: x.rows, cols: x.rows };
        u.unify(this.shapeOf(s).rows, x.rows);
        if (!u.mayBeUnit(x.cols)) u.unify(x.rows, x.cols);
        return this.shapeOf(s);
      case 'khatrirao':
        return args[1] ? { rows: [...x.rows, ...args[1].rows], cols: x.cols } : x;
      default:
        return x;
    }
  }
}

/** No capital letter, identity or constant stands in a place that makes it a matrix. */
const writtenAsScalar = (s: Syntax): boolean => {
  switch (s.kind) {
    case 'name':
      return !isUpper(s.name);
    case 'identity':
    case 'constant':
    case 'matrix':
      return false;
    case 'transpose':
    case 'power':
    case 'differential':
    case 'group':
      return writtenAsScalar(s.of);
    case 'sum':
      return s.terms.every(t => writtenAsScalar(t.of));
    case 'product':
      return s.factors.every(writtenAsScalar);
    case 'binary':
      return writtenAsScalar(s.left) && writtenAsScalar(s.right);
    case 'call':
      return s.args.every(writtenAsScalar);
    default:
      return true;
  }
};

const canUnify = (of: Inference, a: Term, b: Term): boolean => {
  const u = of.scope.unifier;
  let could = false;
  u.attempt(() => {
    could = u.unify(a, b);
    return false;
  });
  return could;
};

const isZero = (s: Syntax | undefined): boolean => {
  const of = s && inner(s);
  return of?.kind === 'number' && of.value.num === 0n;
};
