import { Matrix } from 'ml-matrix';
import { expectGradient, expectJacobian } from 'rederive/vitest';
import { expect, test } from 'vitest';
import { gradient, loss } from '../src/ridge.ts';
import { jacobian, softmax } from '../src/softmax.ts';

test('the gradient of ridge regression', ({ annotate }) =>
  annotate(
    expectGradient(
      loss,
      gradient,
      { w: 'n', X: 'm×n', y: 'm', '\\lambda': 'scalar' },
      { formula: '2 X^\\top (X w - y) + 2 \\lambda w' },
    ),
  ));

test('the Jacobian of softmax', ({ annotate }) =>
  annotate(expectJacobian(softmax, jacobian, { x: 'n' }, { as: rows => new Matrix(rows) })));

test('a lost factor is found', () => {
  const halved = (...at: Parameters<typeof gradient>): number[] => gradient(...at).map(g => g / 2);
  expect(() => expectGradient(loss, halved, { w: 'n', X: 'm×n', y: 'm', '\\lambda': 'scalar' })).toThrow(
    'the gradient times 2 is right here',
  );
});
