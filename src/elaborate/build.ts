// Syntax → expression, once shapes are known. Throws Refusal with the place; never guesses.
//   definitions are substituted; a layout fixes what ∂F/∂X means; every index gets a name of its own (no shadowing)

import * as make from '../expression/build.ts';
import {
  type Dimension,
  type Factor,
  fits,
  isColumn,
  isScalar,
  isUnit,
  type Shape,
  sameShape,
  shape,
  shapeText,
  summed,
} from '../expression/dimension.ts';
import { children, type Expression, type Index, type Layout } from '../expression/expression.ts';
import { FUNCTIONS } from '../expression/functions.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { negate, rational, toNumber } from '../number/rational.ts';
import { derivative, directional, gradient, primed } from './derivative.ts';
import { call } from './functions.ts';
import type { Inference } from './infer.ts';
import { placed, unreadable } from './refusal.ts';
import { type Letter, labelled, type Scope } from './scope.ts';
import type { Namer } from './unify.ts';
import { inner, isWrittenZero, pieces } from './walk.ts';

/** What ∂ means for scalar functions and for the others. */
export interface Layouts {
  readonly scalar: Layout;
  readonly other: Layout;
}

export class Builder {
  /** Which kinds of derivative were met whose meaning depends on the layout. */
  readonly used = { scalar: false, scalarByMatrix: false, other: false };
  readonly #symbols: Map<string, Sym>;
  readonly #defined = new Map<Letter, Expression | null>();
  readonly #binders: { of: object; names: Map<string, string> }[];
  #indexNames = new Set<string>();
  readonly #slopes = new Set<Sym>();

  constructor(
    readonly scope: Scope,
    readonly inference: Inference,
    readonly namer: Namer,
    readonly layouts: Layouts,
    /** Keys of the letters that vary in differentials. */
    readonly varying: readonly string[],
    passage: object,
    /** Dimension names, which may be used as numbers. */
    readonly dimensions: ReadonlySet<string>,
    /** Key of a letter that is taken to be symmetric, to see what would follow. */
    readonly symmetric: string | null = null,
  ) {
    this.#symbols = new Map();
    this.#binders = [{ of: passage, names: new Map() }];
  }

  get entrywise(): boolean {
    return this.scope.document.conventions.entrywise;
  }

  symbol(l: Letter): Sym {
    const known = this.#symbols.get(l.key);
    if (known) return known;
    const made: Sym = {
      name: l.key,
      latex: l.latex,
      shape: this.namer.shape(l.shape),
      structure: [
        ...(l.declaration?.structure ?? []),
        ...(l.key === this.symmetric ? (['symmetric'] as const) : []),
      ],
    };
    this.#symbols.set(l.key, made);
    return made;
  }

  build(s: Syntax): Expression {
    switch (s.kind) {
      case 'name':
        return this.#name(s);
      case 'number':
        return make.number(s.value);
      case 'constant': {
        const of = this.namer.shape(this.inference.shapeOf(s));
        return s.of === 'ones' ? make.ones(of) : make.zeros(of);
      }
      case 'identity':
        return make.identity(this.namer.dimension(this.inference.shapeOf(s).rows));
      case 'subscript':
        return this.#subscript(s);
      case 'sum':
        return this.#sum(s);
      case 'product':
        return this.#product(this.inference.dependence.factors(s.factors));
      case 'quotient':
        return this.#quotient(s);
      case 'binary':
        return this.#binary(s);
      case 'transpose': {
        const of = inner(s.of);
        if (
          s.prime &&
          of.kind === 'name' &&
          this.scope.find(of.name, of.font)?.declaration?.kind === 'function'
        )
          throw unreadable('A023', s.span, 'the prime could be a transpose or a derivative', {
            fix: 'write ^\\top for the transpose, or apply the function: f′(x)',
          });
        return make.transpose(this.build(s.of));
      }
      case 'power':
        return this.#power(s);
      case 'pseudoInverse':
        return make.pseudoInverse(this.build(s.of));
      case 'call':
        return s.primes > 0 ? primed(this, s) : call(this, s);
      case 'norm':
        return this.#norm(s);
      case 'bars': {
        const of = this.build(s.of);
        if (isScalar(of.shape)) return make.elementwise('abs', of);
        return isColumn(of.shape) ? make.norm(of) : placed(s.span, () => make.determinant(of));
      }
      case 'inner':
        return placed(s.span, () => make.frobenius(this.build(s.left), this.build(s.right)));
      case 'differential': {
        const letter = this.scope.of(inner(s.of));
        if (letter) this.refuseUnknown(letter, s.span);
        let of = letter?.opaque && s.order === 1 ? this.linear(letter, letter.opaque) : this.varied(s.of);
        for (let i = 0; i < s.order; i++) of = make.differential(of, this.varying);
        return of;
      }
      case 'derivative':
        return derivative(this, s);
      case 'gradient':
        return gradient(this, s);
      case 'directional':
        return directional(this, s);
      case 'summation':
        return this.#summation(s);
      case 'matrix':
        return this.#matrix(s);
      case 'group':
        return this.build(s.of);
    }
  }

  #name(s: Extract<Syntax, { kind: 'name' }>): Expression {
    if (
      this.inference.isIndex(
        this.#binders.map(b => b.of),
        s.name,
      ) &&
      !this.scope.find(s.name, s.font)?.declaration
    )
      throw unreadable('P020', s.span, `the index ${s.name} is used as a number`, {
        fix: 'only subscripts may be indices',
      });
    const letter = this.scope.letter(s.name, s.font, s.latex, s.span);
    if (!letter.declaration && !letter.definition && this.dimensions.has(s.name)) return make.size([s.name]);
    return this.letter(letter, s.span);
  }

  letter(l: Letter, span: Span): Expression {
    if (l.definition) return this.#definition(l, span);
    const of = this.namer.shape(l.shape);
    switch (l.declaration?.role) {
      case 'ones':
        return make.ones(of);
      case 'zeros':
        return make.zeros(of);
      case 'identity':
        return make.identity(of.rows);
      case 'commutation': {
        const [m, n] = of.rows;
        if (m === undefined || n === undefined || of.rows.length !== 2)
          throw unreadable('H003', span, `the size of the commutation matrix ${l.name} is not known`, {
            fix: `write its index: ${l.name}_{mn}`,
          });
        return make.commutation([m], [n]);
      }
      default:
        if (l.declaration?.kind === 'function')
          throw unreadable('P021', span, `the function ${l.name} stands without an argument`);
        return make.symbol(this.symbol(l));
    }
  }

  /** ∂L/∂D of L = f(D), a symbol of the shape of D. */
  slope(l: Letter, by: Syntax): Sym {
    const of = inner(by);
    const name = `∂${l.name}/∂${of.kind === 'name' ? of.name : 'X'}`;
    const latex = `\\frac{\\partial ${l.latex}}{\\partial ${of.kind === 'name' ? of.latex : 'X'}}`;
    const known = this.#symbols.get(name);
    const made = known ?? { name, latex, shape: this.build(by).shape, structure: [] };
    this.#symbols.set(name, made);
    this.#slopes.add(made);
    return made;
  }

  /** What is differentiated: it may not hold ∂L/∂D of an unknown L, whose own derivative nobody knows. */
  varied(s: Syntax): Expression {
    const made = this.build(s);
    const seen = new Set<Expression>();
    const holds = (e: Expression): boolean => {
      if (seen.has(e)) return false;
      seen.add(e);
      return (e.op === 'symbol' && this.#slopes.has(e.symbol)) || children(e).some(holds);
    };
    if (this.#slopes.size && holds(made))
      throw unreadable('P053', s.span, 'a second derivative of a function about which nothing is said', {
        fix: 'define the function',
      });
    return made;
  }

  /** ∂L/∂D : D, which has the first differential of L = f(D) when ∂L/∂D is held fixed; good for nothing else. */
  linear(l: Letter, by: Syntax): Expression {
    return make.frobenius(make.symbol(this.slope(l, by)), this.build(by));
  }

  /** A letter whose dependence on the variables nobody states: its derivative is not known, and is not 0. */
  refuseUnknown(l: Letter, span: Span): void {
    if (l.definition || l.declaration || this.varying.includes(l.key)) return;
    throw unreadable('D011', span, `nothing says what ${l.name} is, so its derivative is not known`, {
      fix: `define it (${l.name} = …) or declare it`,
    });
  }

  #definition(l: Letter, span: Span): Expression {
    const known = this.#defined.get(l);
    if (known === null)
      throw unreadable('D010', span, `the definition of ${l.name} needs ${l.name} itself`, {
        fix: 'give the two different letters',
      });
    if (known) return known;
    this.#defined.set(l, null);
    try {
      const made = this.build(l.definition!.body);
      this.#defined.set(l, made);
      return made;
    } catch (error) {
      this.#defined.delete(l);
      throw error;
    }
  }

  #sum(s: Extract<Syntax, { kind: 'sum' }>): Expression {
    const built = s.terms.map(t => ({ ...t, made: this.build(t.of) }));
    const whole = built.find(t => !isScalar(t.made.shape))?.made;
    const terms = built.map(t => {
      const made = whole && isScalar(t.made.shape) ? this.#spread(t.of, t.made, whole.shape, s) : t.made;
      return { span: t.of.span, made: t.negative ? make.negative(made) : made };
    });
    return terms.slice(1).reduce((sum, t) => placed(t.span, () => make.sum(sum, t.made)), terms[0]!.made);
  }
  /** 1 − σ(x): a number among vectors is that number in every entry, where the text works entry by entry. */
  #spread(of: Syntax, made: Expression, to: Shape, sum: Syntax): Expression {
    const isNumber = inner(of).kind === 'number';
    const squareMatrix = !isColumn(to) && !isUnit(to.rows) && sameShape(to, { rows: to.cols, cols: to.rows });
    if (!isNumber || (squareMatrix && !this.isEntrywise(sum))) return made;
    return filled(made, to);
  }
  /** The text says that functions act entry by entry, or one does so here. */
  isEntrywise(s: Syntax): boolean {
    return (
      this.entrywise ||
      [...pieces(s)].some(p => p.kind === 'call' && FUNCTIONS.has(p.fn) && !isScalar(this.build(p).shape))
    );
  }

  #product(factors: readonly Syntax[]): Expression {
    const built = this.#dotted(factors.map(f => ({ span: f.span, made: this.build(f) })));
    try {
      return built.reduce((a, b) => ({
        span: b.span,
        made: placed(b.span, () => times(a.made, b.made)),
      })).made;
    } catch (error) {
      const regrouped = built.length <= 16 ? regroup(built.map(b => b.made)) : null;
      if (regrouped) return regrouped;
      throw error;
    }
  }

  /** a·b of two columns is their inner product; a×b of two columns is no product of matrices. */
  #dotted(factors: readonly Built[]): Built[] {
    const out: Built[] = [];
    for (const next of factors) {
      const last = out.at(-1);
      const columns =
        last &&
        !isUnit(last.made.shape.rows) &&
        isColumn(last.made.shape) &&
        sameShape(last.made.shape, next.made.shape);
      const sign = columns ? this.scope.document.text.slice(last.span.end, next.span.start).trim() : '';
      if (/^(?:\\times|×)$/.test(sign))
        throw unreadable('P027', next.span, 'a cross product', {
          expected: 'an inner product aᵀb, or a matrix product',
        });
      if (/^(?:\\cdot|·|⋅|\\bullet)$/.test(sign))
        out[out.length - 1] = { span: next.span, made: make.frobenius(last!.made, next.made) };
      else out.push(next);
    }
    return out;
  }
  #quotient(s: Extract<Syntax, { kind: 'quotient' }>): Expression {
    const [over, under] = [this.build(s.over), this.build(s.under)];
    if (under.op === 'number') {
      if (under.value.num === 0n) throw unreadable('P022', s.under.span, 'division by zero');
      const by = make.number(rational(under.value.den, under.value.num));
      return over.op === 'number'
        ? make.number(rational(over.value.num * numerator(by), over.value.den * denominator(by)))
        : make.scale(by, over);
    }
    if (isScalar(under.shape)) return times(make.inverse(under), over);
    if (!s.entrywise && !this.isEntrywise(s))
      throw unreadable('H004', s.under.span, `division by a ${shapeText(under.shape)} matrix`, {
        expected: 'a scalar denominator, or an entrywise quotient',
        fix: 'write the inverse with its side, or \\oslash for the entrywise quotient',
      });
    const below = make.elementwise('reciprocal', under);
    return isScalar(over.shape) ? times(over, below) : placed(s.span, () => make.hadamard(over, below));
  }

  #binary(s: Extract<Syntax, { kind: 'binary' }>): Expression {
    let [left, right] = [this.build(s.left), this.build(s.right)];
    if (s.operator === 'hadamard' || s.operator === 'frobenius') {
      if (left.op === 'number') left = filled(left, right.shape);
      if (right.op === 'number') right = filled(right, left.shape);
    }
    return placed(s.span, () => {
      switch (s.operator) {
        case 'hadamard':
          return isColumn(left.shape) && !isColumn(right.shape) && fits(left.shape.rows, right.shape.rows)
            ? make.product(make.diag(left), right)
            : make.hadamard(left, right);
        case 'frobenius':
          return make.frobenius(left, right);
        case 'kronecker':
          return make.kronecker(left, right);
        case 'khatriRao':
          return make.khatriRao(left, right);
        case 'kroneckerSum':
          return make.sum(
            make.kronecker(left, make.identity(right.shape.rows)),
            make.kronecker(make.identity(left.shape.rows), right),
          );
        case 'compose':
          throw unreadable('P023', s.span, 'composition of functions', { fix: 'write g(f(x))' });
      }
    });
  }

  /** The exponent as a rational number, or null. */
  #exponent(s: Syntax): { value: number; half: boolean } | null {
    const of = inner(s);
    const e = of.kind === 'sum' && of.terms.length === 1 ? of.terms[0]! : { negative: false, of };
    const base = inner(e.of);
    const made =
      base.kind === 'number'
        ? base.value
        : base.kind === 'quotient' && base.over.kind === 'number' && base.under.kind === 'number'
          ? rational(base.over.value.num * base.under.value.den, base.over.value.den * base.under.value.num)
          : null;
    if (!made || (made.den !== 1n && made.den !== 2n)) return null;
    return { value: toNumber(e.negative ? negate(made) : made), half: made.den === 2n };
  }

  #power(s: Extract<Syntax, { kind: 'power' }>): Expression {
    const exponent = this.#exponent(s.exponent);
    if (!exponent)
      throw unreadable('P024', s.exponent.span, 'an exponent that is not a number', {
        expected: 'an integer, a half, −1, or a transpose',
      });
    const { value, half } = exponent;
    const base = inner(s.of);
    if (base.kind === 'norm' && value === 2 && /^[F2]?$/.test(base.which)) {
      const of = this.build(base.of);
      if (base.which !== '2' || isColumn(of.shape) || isUnit(of.shape.rows))
        return placed(s.span, () => make.squaredNorm(of));
    }
    const of = this.build(s.of);
    const entrywise =
      s.entrywise ||
      (!isScalar(of.shape) && (isColumn(of.shape) || isUnit(of.shape.rows)) && this.isEntrywise(s.of));
    if (entrywise && !isScalar(of.shape)) return placed(s.span, () => entrywisePower(of, value));
    return placed(s.span, () => {
      if (half) {
        if (!isScalar(of.shape)) throw unreadable('P025', s.span, 'a fractional power of a matrix');
        const root = make.elementwise('sqrt', of);
        return value > 0 ? make.power(root, value * 2) : make.power(make.inverse(root), -value * 2);
      }
      if (value >= 0) return make.power(of, value);
      return value === -1 ? make.inverse(of) : make.power(make.inverse(of), -value);
    });
  }

  #norm(s: Extract<Syntax, { kind: 'norm' }>): Expression {
    const of = this.build(s.of);
    const vector = isColumn(of.shape) || isUnit(of.shape.rows);
    if (s.which === 'F' || s.which === '' || (s.which === '2' && vector)) return make.norm(of);
    if (s.which === '1' && vector)
      return make.sum(
        make.product(make.transpose(make.ones(shape(of.shape.rows))), make.elementwise('abs', of)),
      );
    throw unreadable(
      'P026',
      s.span,
      `the norm with index ${s.which || 'none'} of a ${shapeText(of.shape)} matrix`,
      {
        expected: 'the Frobenius norm, or the 2-norm or 1-norm of a vector',
      },
    );
  }

  #matrix(s: Extract<Syntax, { kind: 'matrix' }>): Expression {
    const rows = s.rows.map(row => row.map(cell => this.build(cell)));
    const width = rows[0]?.length ?? 0;
    if (!width || rows.some(r => r.length !== width))
      throw unreadable('P027', s.span, 'a matrix whose rows have different lengths');
    if (rows.flat().some(c => !isScalar(c.shape))) return this.#blocks(s, rows);
    const size = (n: number): Dimension => (n === 1 ? [] : [n]);
    return make.block(rows, { rows: size(rows.length), cols: size(width) });
  }

  /** Blocks whose heights agree along each row and whose widths agree along each column; a 0 has the shape that is left for it. */
  #blocks(s: Extract<Syntax, { kind: 'matrix' }>, rows: readonly (readonly Expression[])[]): Expression {
    const isZero = (r: number, c: number): boolean => isWrittenZero(s.rows[r]![c]!);
    const heights = rows.map((row, r) => row.find((_, c) => !isZero(r, c))?.shape.rows);
    const widths = rows[0]!.map((_, c) => rows.find((_, r) => !isZero(r, c))?.[c]?.shape.cols);
    const blocks = rows.map((row, r) =>
      row.map((of, c) => {
        const [height, width] = [heights[r], widths[c]];
        if (!height || !width)
          throw unreadable('P028', s.span, 'a row or column of zero blocks, whose size is not known');
        if (isZero(r, c)) return make.zeros({ rows: height, cols: width });
        if (!fits(of.shape.rows, height) || !fits(of.shape.cols, width))
          throw unreadable('P028', s.span, `a block of shape ${shapeText(of.shape)}`, {
            expected: `${shapeText({ rows: height, cols: width })}, as beside and above it`,
          });
        return of;
      }),
    );
    const total = (parts: readonly (Dimension | undefined)[]): Dimension =>
      summed(...parts.map(p => p ?? []));
    return make.block(blocks, { rows: total(heights), cols: total(widths) });
  }

  #subscript(s: Extract<Syntax, { kind: 'subscript' }>): Expression {
    const own = labelled(this.scope, s);
    const label = own && this.scope.find(own.name, own.font);
    if (label?.definition) return this.letter(label, s.span);
    const [row, col, ...rest] = s.subscripts;
    if (!row || rest.length)
      throw unreadable('P029', s.span, `${s.subscripts.length} subscripts`, {
        expected: 'one or two indices',
      });
    const of = inner(s.of);
    const declared = of.kind === 'name' && this.scope.find(of.name, of.font)?.declaration;
    if (of.kind === 'name' && !declared) {
      if (of.name === 'e' && !col) {
        const dim = this.namer.dimension(this.inference.shapeOf(s).rows);
        return make.unit(dim, this.#index(row));
      }
      if (of.name === 'K' && col) {
        const [m, n] = [this.size(row), this.size(col)];
        if (m && n) return make.commutation(m, n);
      }
      const halving = col ? null : this.scope.halving(of);
      const size = halving && this.size(row);
      if (size) return halving === 'duplication' ? make.duplication(size) : make.elimination(size);
      if (of.name === 'δ' && col) {
        const [i, j] = [this.#index(row), this.#index(col)];
        const dim = typeof i === 'object' ? i.dim : typeof j === 'object' ? j.dim : null;
        if (dim !== null) return make.entry(make.identity([dim]), i, j);
      }
    }
    const whole = this.build(s.of);
    const letter = this.scope.of(s.of);
    if (letter?.family && !col) return make.product(whole, make.unit(whole.shape.cols, this.#index(row)));
    return this.pick(whole, s);
  }

  /** The entry of an array that a subscript names: two indices for a matrix, one for a vector. */
  pick(whole: Expression, s: Extract<Syntax, { kind: 'subscript' }>): Expression {
    const [row, col] = s.subscripts;
    if (row && col) return this.#entry(s.span, whole, this.#index(row), this.#index(col));
    if (row && isColumn(whole.shape) && !isUnit(whole.shape.rows))
      return this.#entry(s.span, whole, this.#index(row), 1);
    if (row && isUnit(whole.shape.rows) && !isUnit(whole.shape.cols))
      return this.#entry(s.span, whole, 1, this.#index(row));
    throw unreadable('P029', s.span, `one subscript on a ${shapeText(whole.shape)} expression`, {
      expected: 'two indices for a matrix, one for a vector',
    });
  }

  /** A written size as a dimension, or null. */
  size(s: Syntax): Dimension | null {
    const of = inner(s);
    if (of.kind === 'number') return of.value.num === 1n ? [] : [Number(of.value.num)];
    if (of.kind === 'name') return [of.name];
    return null;
  }

  #index(s: Syntax): Index {
    const of = inner(s);
    if (of.kind === 'number' && of.value.den === 1n && of.value.num >= 1n) return Number(of.value.num);
    if (of.kind !== 'name')
      throw unreadable('P030', s.span, 'a subscript that is not an index', {
        expected: 'a letter or a number',
      });
    const binder =
      [...this.#binders].reverse().find(b => this.inference.isIndex([b.of], of.name)) ?? this.#binders[0]!;
    const dim = this.#indexDimension(binder.of, of.name, s.span);
    if (dim === null) return 1;
    return { name: this.#indexName(binder, of.name), dim };
  }
  #indexDimension(binder: object, name: string, span: Span): Factor | null {
    const dim = this.namer.dimension([this.inference.indexOf(binder, name)]);
    if (dim.length > 1) throw unreadable('P031', span, `the index ${name} runs over ${dim.join('·')}`);
    return dim[0] ?? null;
  }
  /** An index up to a number, in a dimension of any size, stays in range at some sizes only. */
  #entry(span: Span, whole: Expression, row: Index, col: Index): Expression {
    const isPart = (index: Index, dim: Dimension): boolean =>
      typeof index !== 'number' && typeof index.dim === 'number' && !fits([index.dim], dim);
    if (isPart(row, whole.shape.rows) || isPart(col, whole.shape.cols))
      throw unreadable('P032', span, 'an index that does not run over the whole range', {
        expected: `an index over all entries of a ${shapeText(whole.shape)} array`,
      });
    return placed(span, () => make.entry(whole, row, col));
  }
  /** A name that no other index of the claim has. */
  #indexName(binder: { names: Map<string, string> }, name: string): string {
    const known = binder.names.get(name);
    if (known) return known;
    let unique = name;
    while (this.#indexNames.has(unique)) unique += '′';
    this.#indexNames.add(unique);
    binder.names.set(name, unique);
    return unique;
  }

  /** An upper limit is the size of what the index runs over. */
  #runsTo({ to }: Extract<Syntax, { kind: 'summation' }>, dim: Factor | null): void {
    const size = to && this.size(to);
    if (!to || (size && fits(size, dim === null ? [] : [dim]))) return;
    throw unreadable('P032', to.span, 'a sum that does not run over the whole range', {
      expected: `${dim ?? 1}, the size of what the index runs over`,
      fix: 'sum over the whole range, or write what is left out as terms of its own',
    });
  }
  #summation(s: Extract<Syntax, { kind: 'summation' }>): Expression {
    const from = s.from && inner(s.from);
    if (from && !(from.kind === 'number' && from.value.num === 1n))
      throw unreadable('P032', from.span, 'a sum that does not start at 1', {
        fix: 'sum over the whole range',
      });
    const binder = { of: s, names: new Map<string, string>() };
    this.#binders.push(binder);
    try {
      const bound = s.indices.map(name => {
        const dim = this.#indexDimension(s, name, s.span);
        this.#runsTo(s, dim);
        return dim === null ? null : { name: this.#indexName(binder, name), dim };
      });
      const body = this.build(s.of);
      return bound.reduceRight<Expression>((of, i) => (i ? make.sumOver(i, of) : of), body);
    } finally {
      this.#binders.pop();
    }
  }
}

interface Built {
  readonly span: Span;
  readonly made: Expression;
}
/** A number in every entry. */
const filled = (n: Expression, to: Shape): Expression => (isScalar(to) ? n : make.scale(n, make.ones(to)));

const numerator = (e: Expression): bigint => (e.op === 'number' ? e.value.num : 1n);
const denominator = (e: Expression): bigint => (e.op === 'number' ? e.value.den : 1n);

/** Product or scalar multiple, by the shapes. */
export const times = (a: Expression, b: Expression): Expression => {
  if (isScalar(a.shape)) return make.scale(a, b);
  return isScalar(b.shape) ? make.scale(b, a) : make.product(a, b);
};

/** Brackets that make the product fit, when there are some: A xᵀy is A (xᵀy). */
const regroup = (factors: readonly Expression[]): Expression | null => {
  const memo = new Map<string, Expression | null>();
  const span = (from: number, to: number): Expression | null => {
    if (to - from === 1) return factors[from]!;
    const key = `${from} ${to}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let found: Expression | null = null;
    for (let cut = to - 1; cut > from && !found; cut--) {
      const [a, b] = [span(from, cut), span(cut, to)];
      if (!a || !b) continue;
      try {
        found = times(a, b);
      } catch (error) {
        if (!(error instanceof make.ShapeError)) throw error;
      }
    }
    memo.set(key, found);
    return found;
  };
  return span(0, factors.length);
};

const entrywisePower = (of: Expression, exponent: number): Expression => {
  if (!Number.isInteger(exponent)) {
    const root = make.elementwise('sqrt', of);
    return exponent === 0.5 ? root : entrywisePower(root, exponent * 2);
  }
  if (exponent < 0) return entrywisePower(make.elementwise('reciprocal', of), -exponent);
  if (exponent === 0) return make.ones(of.shape);
  return Array.from({ length: exponent - 1 }, () => of).reduce<Expression>((p, f) => make.hadamard(p, f), of);
};
