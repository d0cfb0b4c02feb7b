// Builders give shapes, and refuse what cannot fit.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import { type Shape, shape, shapeText } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Sym } from '../../src/expression/symbol.ts';

const sym = (name: string, s: Shape): Sym => ({ name, latex: name, shape: s, structure: [] });
const A = make.symbol(sym('A', shape(['m'], ['n'])));
const B = make.symbol(sym('B', shape(['n'], ['p'])));
const S = make.symbol(sym('S', shape(['n'], ['n'])));
const X = sym('X', shape(['m'], ['n']));
const x = make.symbol(sym('x', shape(['n'])));

describe('shapes', () => {
  test.each<[string, Expression, string]>([
    ['product', make.product(A, B), 'm×p'],
    ['transpose', make.transpose(A), 'n×m'],
    ['Kronecker product', make.kronecker(A, B), 'm·n×n·p'],
    ['Khatri–Rao product', make.khatriRao(A, S), 'm·n×n'],
    ['vec', make.vec(A), 'n·m×1'],
    ['diag', make.diag(x), 'n×n'],
    ['commutation matrix', make.commutation(['m'], ['n']), 'm·n×n·m'],
    ['numerator layout', make.derivative(B, X, 'numerator'), 'p·n×n·m'],
    ['denominator layout', make.derivative(B, X, 'denominator'), 'n·m×p·n'],
    ['gradient', make.derivative(make.trace(S), X, 'gradient'), 'm×n'],
    ['pseudo-inverse', make.pseudoInverse(A), 'n×m'],
  ])('%s', (_, e, expected) => expect(shapeText(e.shape)).toBe(expected));
});

describe('refusals', () => {
  test.each<[string, () => Expression, string]>([
    ['product', () => make.product(A, A), 'm×n and m×n'],
    ['sum', () => make.sum(A, B), 'both need the same shape'],
    ['Hadamard product', () => make.hadamard(A, B), 'both need the same shape'],
    ['trace', () => make.trace(A), 'square'],
    ['inverse', () => make.inverse(A), 'square'],
    ['diag of a matrix', () => make.diag(A), 'column vector'],
    ['inverse vec', () => make.unvec(x, shape(['m'], ['n'])), 'as many entries'],
    ['gradient of a matrix', () => make.derivative(A, X, 'gradient'), 'scalar function'],
    ['scalar multiple by a matrix', () => make.scale(A, B), 'scalar'],
    ['negative power', () => make.power(S, -1), 'exponent'],
  ])('%s', (_, build, message) => expect(build).toThrow(message));
});
