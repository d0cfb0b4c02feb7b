// Two sides → a statement, or why it is none: what cannot fit, and what is only not understood.

import type { Problem } from '../document/document.ts';
import * as make from '../expression/build.ts';
import {
  dimensionNames,
  isScalar,
  type Shape,
  sameShape,
  shapeText,
  transposed,
} from '../expression/dimension.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder } from './build.ts';
import type { Reading } from './claim.ts';
import { anotherLetter, applied, lettersIn, primedDoubts } from './doubts.ts';
import { misfit, Refusal } from './refusal.ts';
import { isUpper, type Letter } from './scope.ts';
import type { Surroundings } from './surroundings.ts';

/** @throws Refusal at `at` where the sides have different shapes */
export const statement = (b: Builder, left: Syntax, right: Syntax, at: Syntax['span']): Statement => {
  let [lhs, rhs] = [b.build(left), b.build(right)];
  if (!sameShape(lhs.shape, rhs.shape)) {
    if (isZeroNumber(rhs)) rhs = make.zeros(lhs.shape);
    else if (isZeroNumber(lhs)) lhs = make.zeros(rhs.shape);
    else throw sidesMisfit(lhs.shape, rhs.shape, at);
  }
  return stated(lhs, rhs);
};

const isZeroNumber = (e: Expression): boolean => e.op === 'number' && e.value.num === 0n;

const sidesMisfit = (lhs: Shape, rhs: Shape, at: Syntax['span']): Refusal =>
  misfit(
    at,
    `the left side is ${describe(lhs)}, the right side ${describe(rhs)}`,
    'both sides need the same shape',
    sameShape(lhs, transposed(rhs))
      ? 'transpose one side'
      : 'check the shapes that were declared or inferred',
  );

const describe = (s: Shape): string => (isScalar(s) ? 'a scalar' : shapeText(s));

/** A statement with the symbols and dimension names that occur in it. */
export const stated = (lhs: Expression, rhs: Expression): Statement => {
  const [left, right] = [occurringIn(lhs), occurringIn(rhs)];
  const symbols = new Map([...left.symbols, ...right.symbols]);
  return {
    lhs,
    rhs,
    symbols: [...symbols.values()],
    dimensions: [...new Set([...left.dims, ...right.dims])],
  };
};
interface Occurring {
  readonly symbols: ReadonlyMap<string, Sym>;
  readonly dims: ReadonlySet<string>;
}
/** In the order of their first occurrence; found once for each node, since claims are read again with small changes. */
const occurringIn = (e: Expression): Occurring => {
  const before = known.get(e);
  if (before) return before;
  const below = children(e).map(occurringIn);
  const own = dimensionNames(e.shape.rows, e.shape.cols);
  if (e.op === 'size') own.push(...dimensionNames(e.dim));
  if (e.op === 'sum' && typeof e.index.dim === 'string') own.push(e.index.dim);
  const [only, ...others] = below;
  const adds = !only || others.length > 0 || e.op === 'derivative' || !begins(only.dims, own);
  const found = adds ? merged(e, own, below) : only;
  known.set(e, found);
  return found;
};
const begins = (all: ReadonlySet<string>, own: readonly string[]): boolean => {
  const names = all.values();
  return own.every(name => names.next().value === name);
};
const merged = (e: Expression, own: readonly string[], below: readonly Occurring[]): Occurring => {
  const symbols = new Map<string, Sym>();
  const dims = new Set(own);
  if (e.op === 'symbol') symbols.set(e.symbol.name, e.symbol);
  if (e.op === 'derivative') symbols.set(e.by.name, e.by);
  for (const of of below) {
    for (const [name, symbol] of of.symbols) symbols.set(name, symbol);
    for (const name of of.dims) dims.add(name);
  }
  return { symbols, dims };
};
const known = new WeakMap<Expression, Occurring>();

/** Letters of whose shape the text says nothing. */
const undeclaredIn = (around: Surroundings, sides: readonly Syntax[]): Letter[] =>
  lettersIn(around.scope, sides).filter(l => !l.definition && !isShaped(l) && !around.dimensions.has(l.name));

/** I without its size, where nothing else says it and the clash is about that size: between square matrices. */
const unsizedIn = (
  { namer, inference, dimensions }: Surroundings,
  sides: readonly Syntax[],
  clash: string,
): string[] => {
  const isSquare = [...clash.matchAll(/([^\s×]+)×([^\s×,]+)/g)].every(([, rows, cols]) => rows === cols);
  if (!isSquare) return [];
  return sides
    .flatMap(s => pieces(s))
    .filter(s => s.kind === 'identity' && s.size.length === 0)
    .filter(s => {
      const { rows, cols } = namer.shape(inference.shapeOf(s));
      const open = dimensionNames(rows).every(name => !dimensions.has(name));
      return open && clash.includes(shapeText({ rows, cols }));
    })
    .map(() => 'I');
};

/** A definition cannot be wrong: where it does not fit, its letters are not those that were declared. */
const misfits = (b: Builder, body: Syntax): boolean => {
  try {
    b.build(body);
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.kind === 'misfit';
  }
};

/** A clash of shapes is a misfit only where the author declared every letter in it; else the shapes are asked back. */
export const refused = (
  error: Refusal,
  around: Surroundings,
  sides: readonly Syntax[],
  otherwise: { readonly arranged: boolean; readonly outer: () => boolean; readonly builder: () => Builder },
): Reading['content'] => {
  if (error.kind === 'unreadable') return { unreadable: error.problem };
  if (otherwise.outer())
    return {
      unreadable: {
        ...error.problem,
        code: 'A044',
        message: `${error.problem.message}; it fits if ⊗ is the outer product of vectors, a ⊗ b = a bᵀ`,
        fix: 'say what ⊗ is, or write a b^\\top',
      },
    };
  if (otherwise.arranged)
    return {
      unreadable: {
        ...error.problem,
        code: 'H005',
        message: `${error.problem.message}, in this layout; the derivative may be meant in another one`,
        fix: 'say how ∂F/∂X is arranged: numerator or denominator layout',
      },
    };
  const unfit = lettersIn(around.scope, sides).find(
    l => l.definition && !l.definition.parameters.length && misfits(otherwise.builder(), l.definition.body),
  );
  if (unfit)
    return {
      unreadable: {
        ...error.problem,
        code: 'H006',
        message: `${error.problem.message}; the definition of ${unfit.name} does not fit the shapes that were declared`,
        fix: 'declare the letters anew where their shapes change',
      },
    };
  const clash = error.problem.span;
  const within = ({ span }: Syntax): boolean => span.start <= clash.start && clash.end <= span.end;
  const bars = sides
    .flatMap(s => pieces(s))
    .find(({ kind, span }) => {
      const inside = clash.start <= span.start && span.end <= clash.end;
      return kind === 'bars' && (inside || !sides.some(within));
    });
  if (bars)
    return {
      unreadable: {
        ...error.problem,
        code: 'A033',
        message: `${error.problem.message}, if |…| is a number here, and does not act on every entry`,
        fix: 'say that functions act elementwise, or write \\|…\\| for a norm and \\det for a determinant',
      },
    };
  const [primed] = [...sides.flatMap(anotherLetter), ...primedDoubts(sides, around.scope.document)];
  if (primed)
    return {
      unreadable: {
        ...error.problem,
        code: 'A023',
        message: `${error.problem.message}, where ${primed}`,
        fix: 'write ^\\top for a transpose, or give the other letter a name of its own',
      },
    };
  const [called] = applied(sides, around);
  if (called)
    return {
      unreadable: {
        ...error.problem,
        code: 'A045',
        message: `${error.problem.message}, where ${called}`,
        fix: 'define it as a function, f(X) = …; write a derivative along H as \\langle \\nabla f, H \\rangle',
      },
    };
  const undeclared = undeclaredIn(around, sides);
  const entries = undeclared.find(l => isUpper(l.name) && onlyByEntries(l, sides, around));
  if (entries)
    return {
      unreadable: {
        ...error.problem,
        code: 'H007',
        message: `${error.problem.message}, where ${entries.name} with two indices is an entry`,
        fix: `say it where it is the single-entry matrix: ${entries.name}_{ij} = e_i e_j^\\top`,
      },
    };
  const inferred = [...undeclared.map(l => l.name), ...unsizedIn(around, sides, error.problem.message)];
  if (inferred.length === 0) return { misfit: error.problem };
  const problem: Problem = {
    ...error.problem,
    code: 'H002',
    message: `${error.problem.message}, with the shapes that were inferred`,
    fix: `declare the shape of ${inferred.join(', ')}`,
  };
  return { unreadable: problem };
};

/** Nothing but A_{ij} is ever said of it. */
const onlyByEntries = (l: Letter, sides: readonly Syntax[], { usage }: Surroundings): boolean =>
  !usage.bare.has(l.name) &&
  sides
    .flatMap(s => pieces(s))
    .some(
      s =>
        s.kind === 'subscript' && s.subscripts.length === 2 && s.of.kind === 'name' && s.of.name === l.name,
    );

/** The author said its shape, or what it is other than a matrix. */
const isShaped = ({ declaration: d }: Letter): boolean =>
  d !== null &&
  (d.rows !== undefined || d.role !== undefined || (d.kind !== undefined && d.kind !== 'matrix'));
