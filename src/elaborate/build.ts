// Syntax → expression, once shapes are known. Throws Refusal with the place; never guesses.
//   definitions are substituted; a layout fixes what ∂F/∂X means; every index gets a name of its own (no shadowing)

import * as make from '../expression/build.ts';
import { isColumn, isScalar } from '../expression/dimension.ts';
import { children, type Expression, type Layout } from '../expression/expression.ts';
import type { Structure, Sym } from '../expression/symbol.ts';
import type { Span, Syntax } from '../latex/syntax.ts';
import { rational } from '../number/rational.ts';
import { binary, product, quotient, sum } from './arithmetic.ts';
import { matrix } from './blocks.ts';
import { derivative, directional, gradient, primed } from './derivative.ts';
import { subscript, summation } from './entries.ts';
import { call } from './functions.ts';
import { Indices } from './indices.ts';
import type { Inference } from './infer.ts';
import type { Freed } from './intermediate.ts';
import { norm, power } from './powers.ts';
import { placed, unreadable } from './refusal.ts';
import { addsUp, type Letter, type Scope } from './scope.ts';
import type { Surroundings } from './surroundings.ts';
import { MergedSizes, type Namer } from './unify.ts';
import { inner } from './walk.ts';
import type { Wholes } from './whole.ts';

/** What ∂ means for scalar functions and for the others. */
export interface Layouts {
  readonly scalar: Layout;
  readonly other: Layout;
  /** A scalar by a matrix is an array of its shape, or of the transposed one, and no long row or column. */
  readonly arrays?: boolean;
}

export type Supposed = ReadonlyMap<string, readonly Structure[]>;

export interface BuilderOptions {
  /** Structures that letters, by key, are taken to have instead of their own, to see what would follow. */
  readonly supposed?: Supposed;
  /** Derivatives that are arranged in a way of their own. */
  readonly arranged?: ReadonlyMap<Syntax, Layouts>;
  /** Sizes that are taken for other ones, to see what would follow. */
  readonly merged?: ReadonlyMap<string, string>;
  /** Letters, by their keys, that are taken for sizes, to see what would follow. */
  readonly sizes?: ReadonlyMap<string, string>;
  /** Defined letters that the claim differentiates by. */
  readonly freed?: Freed;
  /** Values of letters that stand for whole numbers. */
  readonly wholes?: Wholes;
  /** The side by which free indices run over what they do, where the other one does not fit. */
  readonly indexedBy?: Syntax;
  /** ⊗ is taken for the outer product of vectors. */
  readonly outer?: boolean;
}

export class Builder {
  /** Which kinds of derivative were met whose meaning depends on the layout. */
  readonly used = { scalar: false, scalarByMatrix: false, other: false };
  readonly #built = new Map<Syntax, Expression>();
  readonly #symbols = new Map<string, Sym>();
  readonly #defined = new Map<Letter, Expression | null>();
  readonly indices: Indices;
  /** Letters that stand for whole numbers here: those of the claim, and indices of sums that are written out. */
  wholes: Wholes;
  readonly #outside: Wholes;
  readonly #slopes = new Set<Sym>();

  readonly scope: Scope;
  readonly inference: Inference;
  readonly namer: Namer;
  /** Dimension names, which may be used as numbers. */
  readonly dimensions: ReadonlySet<string>;

  constructor(
    around: Surroundings,
    public layouts: Layouts,
    /** Keys of the letters that vary in differentials. */
    readonly varying: readonly string[],
    passage: object,
    readonly options: BuilderOptions = {},
  ) {
    this.scope = around.scope;
    this.inference = around.inference;
    this.namer = options.merged ? new MergedSizes(around.namer, options.merged) : around.namer;
    this.dimensions = around.dimensions;
    const binder = options.indexedBy ? this.inference.alone(options.indexedBy) : passage;
    this.indices = new Indices(this.inference, this.namer, binder);
    this.wholes = options.wholes ?? new Map();
    this.#outside = this.wholes;
  }

  /** No index is bound, so that a piece has one meaning. */
  get #free(): boolean {
    return this.indices.free && this.wholes === this.#outside;
  }

  get outer(): boolean {
    return this.options.outer ?? this.scope.document.conventions.outer ?? false;
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
      structure: this.options.supposed?.get(l.key) ?? l.declaration?.structure ?? [],
    };
    this.#symbols.set(l.key, made);
    return made;
  }

  /** The expression of a piece; outside of sums, the same one for the same piece. */
  build(s: Syntax): Expression {
    const known = this.#free && this.#built.get(s);
    if (known) return known;
    const made = this.#build(s);
    if (this.#free) this.#built.set(s, made);
    return made;
  }

  #build(s: Syntax): Expression {
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
        return subscript(this, s);
      case 'sum':
        return sum(this, s);
      case 'product':
        return product(this, this.inference.dependence.factors(s.factors));
      case 'quotient':
        return quotient(this, s);
      case 'binary':
        return binary(this, s);
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
        return power(this, s);
      case 'pseudoInverse':
        return make.pseudoInverse(this.build(s.of));
      case 'call':
        return s.primes > 0 ? primed(this, s) : call(this, s);
      case 'norm':
        return norm(this, s);
      case 'bars': {
        const of = this.build(s.of);
        if (isScalar(of.shape)) return make.elementwise('abs', of);
        if (isColumn(of.shape) && this.entrywise) return make.elementwise('abs', of);
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
        return this.#arrangedBy(this.options.arranged?.get(s), () => derivative(this, s));
      case 'gradient':
        return gradient(this, s);
      case 'directional':
        return directional(this, s);
      case 'summation':
        return summation(this, s);
      case 'matrix':
        return matrix(this, s);
      case 'group':
        return this.build(s.of);
    }
  }

  #arrangedBy(own: Layouts | undefined, build: () => Expression): Expression {
    const around = this.layouts;
    this.layouts = own ?? around;
    try {
      return build();
    } finally {
      this.layouts = around;
    }
  }

  #name(s: Extract<Syntax, { kind: 'name' }>): Expression {
    const value = this.wholes.get(s.name);
    if (value !== undefined) return make.number(rational(value));
    const known = this.scope.find(s.name, s.font);
    if (this.indices.has(s.name) && !known?.declaration && !known?.definition)
      throw unreadable('P020', s.span, `the index ${s.name} is used as a number`, {
        fix: 'only subscripts may be indices',
      });
    const letter = this.scope.letter(s.name, s.font, s.latex, s.span);
    if (!letter.declaration && !letter.definition && this.dimensions.has(s.name))
      return make.size(this.namer.dimension([s.name]));
    return this.letter(letter, s.span);
  }

  letter(l: Letter, span: Span): Expression {
    if (l.definition) return this.#definition(l, span);
    const size = this.options.sizes?.get(l.key);
    if (size) return make.size([size]);
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
        return this.#summing(l, make.symbol(this.symbol(l)));
    }
  }
  /** Every vector y whose entries add up to 1 is u/(1ᵀu), by u = y. */
  #summing(l: Letter, u: Expression): Expression {
    if (!addsUp(l, this.varying, this.namer)) return u;
    const sum = make.product(make.transpose(make.ones(u.shape)), u);
    return make.scale(make.inverse(sum), u);
  }

  /** The symbol by which a claim differentiates that stands in the place of a defined letter, or beside its definition. */
  freed(l: Letter): Sym {
    if (this.options.freed?.get(l) === 'itself') return this.symbol(l);
    const name = `${l.key}₀`;
    const known = this.#symbols.get(name);
    const made = known ?? {
      name,
      latex: `{${l.latex}}_0`,
      shape: this.namer.shape(l.shape),
      structure: [],
    };
    this.#symbols.set(name, made);
    return made;
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
    if (l.definition || l.declaration || l.opaque || this.varying.includes(l.key)) return;
    throw unreadable('D011', span, `nothing says what ${l.name} is, so its derivative is not known`, {
      fix: `define it (${l.name} = …) or declare it`,
    });
  }

  #definition(l: Letter, span: Span): Expression {
    const freed = this.options.freed?.get(l);
    if (freed === 'itself') return make.symbol(this.freed(l));
    const known = this.#defined.get(l);
    if (known === null)
      throw unreadable('D010', span, `the definition of ${l.name} needs ${l.name} itself`, {
        fix: 'give the two different letters',
      });
    if (known) return known;
    this.#defined.set(l, null);
    try {
      const body = this.build(l.definition!.body);
      const made = freed ? make.sum(body, make.symbol(this.freed(l))) : body;
      if (this.wholes === this.#outside) this.#defined.set(l, made);
      else this.#defined.delete(l);
      return made;
    } catch (error) {
      this.#defined.delete(l);
      throw error;
    }
  }
}
