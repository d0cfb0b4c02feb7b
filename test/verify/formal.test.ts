// Functions without exact values: what follows from their derivatives is equal, all else is abstained from, true or false.

import { describe, expect, test } from 'vitest';
import * as make from '../../src/expression/build.ts';
import { shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { FUNCTIONS } from '../../src/expression/functions.ts';
import { stream } from '../../src/number/random.ts';
import { verify } from '../../src/verify/index.ts';
import { statement, sym } from '../evaluate/statements.ts';

const { elementwise: f, hadamard: had, product: p, sum, transpose: t, difference: minus, negative } = make;
const X = sym('x', 'n');
const [x, M] = [make.symbol(X), make.symbol(sym('M', 'n', 'n'))];
const y = make.symbol(sym('y', 'n'));
const one = make.ones(shape(['n']));
const square = (e: Expression): Expression => had(e, e);
const over = (a: Expression, b: Expression): Expression => had(a, f('reciprocal', b));
const d = (e: Expression): Expression => make.differential(e, ['x']);
const dx = d(x);
const [exp, sigmoid, tanh] = [f('exp', x), f('sigmoid', x), f('tanh', x)];

/** f′ as a textbook has it. */
const DERIVATIVES: ReadonlyMap<string, Expression> = new Map([
  ['exp', exp],
  ['log', f('reciprocal', x)],
  ['sigmoid', had(sigmoid, minus(one, sigmoid))],
  ['tanh', minus(one, square(tanh))],
  ['sinh', f('cosh', x)],
  ['cosh', f('sinh', x)],
  ['sin', f('cos', x)],
  ['cos', negative(f('sin', x))],
  ['tan', sum(one, square(f('tan', x)))],
  ['arctan', f('reciprocal', sum(one, square(x)))],
  ['softplus', sigmoid],
  ['sqrt', make.scale(make.inverse(make.number(2)), f('reciprocal', f('sqrt', x)))],
  ['abs', f('sign', x)],
  ['sign', make.zeros(shape(['n']))],
  ['relu', f('relu', x, 1)],
  ['reciprocal', negative(square(f('reciprocal', x)))],
]);
const outcome = (lhs: Expression, rhs: Expression): string => {
  const answer = verify(statement(lhs, rhs), stream('formal', 'test'));
  return answer.outcome === 'abstained' ? answer.reason : answer.outcome;
};

describe('derivatives', () => {
  test.each([...FUNCTIONS.keys()])('of %s', fn => {
    const slope = DERIVATIVES.get(fn)!;
    expect(outcome(f(fn, x, 1), slope)).toBe('equal');
    expect(outcome(d(f(fn, x)), had(slope, dx))).toBe('equal');
    expect(outcome(f(fn, x, 2), make.diagonal(make.derivative(slope, X, 'numerator')))).toBe('equal');
    if (fn !== 'sign') expect(outcome(d(f(fn, x)), had(sum(slope, slope), dx))).not.toBe('equal');
  });
});

describe('what follows is equal', () => {
  const total = p(t(one), exp);
  const softmax = make.scale(make.inverse(total), exp);
  const norm = make.norm(x);
  test.each<[string, Expression, Expression]>([
    ['sin² + cos² = 1', sum(square(f('sin', x)), square(f('cos', x))), one],
    ['cosh² − sinh² = 1', minus(square(f('cosh', x)), square(f('sinh', x))), one],
    ['tanh = sinh/cosh', tanh, over(f('sinh', x), f('cosh', x))],
    ['σ = 1/(1 + 1/exp)', sigmoid, f('reciprocal', sum(one, f('reciprocal', exp)))],
    ['relu = (x + |x|)/2', make.scale(make.number(2), f('relu', x)), sum(x, f('abs', x))],
    [
      'the Jacobian of softmax',
      make.derivative(softmax, X, 'numerator'),
      minus(make.diag(softmax), p(softmax, t(softmax))),
    ],
    ['the gradient of log-sum-exp is softmax', make.derivative(f('log', total), X, 'gradient'), softmax],
    ['d‖x‖ = xᵀdx/‖x‖', d(norm), make.quotient(p(t(x), dx), norm)],
    [
      'd log det M = tr(M⁻¹dM)',
      make.differential(f('log', make.determinant(M)), ['M']),
      make.trace(p(make.inverse(M), make.differential(M, ['M']))),
    ],
    ['d|x| = sign x dx', d(f('abs', x)), had(f('sign', x), dx)],
    [
      'the logistic loss',
      make.derivative(p(t(one), f('softplus', p(M, x))), X, 'gradient'),
      p(t(M), f('sigmoid', p(M, x))),
    ],
    ['log′(exp x)·exp x = 1', had(f('log', exp, 1), exp), one],
  ])('%s', (_, lhs, rhs) => expect(outcome(lhs, rhs)).toBe('equal'));
});

describe('all else is abstained from', () => {
  test.each<[string, string, Expression, Expression]>([
    ['true: exp(x + y) = exp x exp y', 'exp', f('exp', sum(x, y)), had(exp, f('exp', y))],
    ['true: log exp x = x', 'log, exp', f('log', exp), x],
    ['true: tanh(−x) = −tanh x', 'tanh', f('tanh', negative(x)), negative(tanh)],
    ['true: √x √x = x', 'sqrt', square(f('sqrt', x)), x],
    ['true: |x|² = x²', 'abs', square(f('abs', x)), square(x)],
    ['false: √(x²) = x', 'sqrt', f('sqrt', square(x)), x],
    ['false: |x| = x', 'abs', f('abs', x), x],
    ['false: relu x = x', 'relu', f('relu', x), x],
    ['false: sign x = 1', 'sign', f('sign', x), one],
    ['false: σ′ = σ(1 + σ)', 'sigmoid', f('sigmoid', x, 1), had(sigmoid, sum(one, sigmoid))],
    ['false: d cos x = sin x dx', 'cos, sin', d(f('cos', x)), had(f('sin', x), dx)],
    ['false: exp x = 1', 'exp', exp, one],
    ['false: exp x = exp y', 'exp', exp, f('exp', y)],
    ['false: log′(x) = 1/x²', 'log', f('log', x, 1), square(f('reciprocal', x))],
  ])('%s', (_, names, lhs, rhs) =>
    expect(outcome(lhs, rhs)).toBe(`more would have to be known of ${names} than derivatives`),
  );
});
