// d of both sides of an equation that the text supposes: what it says of differentials holds under that equation, and nothing else does.

import { describe, expect, test } from 'vitest';
import { elaborate, judge, read } from '../../src/index.ts';

const r = String.raw;
/** An equation, what follows from it, and the same with a slip. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  [
    'a Lyapunov equation',
    r`Let $A, Q$ be $n\times n$ and suppose that $$AX + XA^T = -Q,$$ where $Q$ is fixed. Then`,
    r`dA\,X + A\,dX + dX\,A^T + X\,dA^T = 0`,
    r`dA\,X + A\,dX + dX\,A^T + X\,dA = 0`,
  ],
  [
    'a linear system',
    r`Let $A$ be invertible $n\times n$, $b\in\mathbb{R}^n$ constant, and suppose that $Ax = b$. Then`,
    r`dA\,x + A\,dx = 0`,
    r`dA\,x - A\,dx = 0`,
  ],
  [
    'an eigenvalue',
    r`Let $A$ be a symmetric $n\times n$ matrix with an eigenvalue $\lambda$ and an eigenvector $u$, $Au = \lambda u$. Then`,
    r`dA\,u + A\,du = d\lambda\,u + \lambda\,du`,
    r`dA\,u + A\,du = d\lambda\,u - \lambda\,du`,
  ],
  [
    'an equation under vec',
    r`Let $A, Q$ be $n\times n$ and suppose that $$AX + XA^T = -Q,$$ where $Q$ is fixed. Then`,
    r`(I\otimes A + A\otimes I)\operatorname{vec}(dX) = -\operatorname{vec}(dA\,X + X\,dA^T)`,
    r`(I\otimes A + I\otimes A)\operatorname{vec}(dX) = -\operatorname{vec}(dA\,X + X\,dA^T)`,
  ],
];

const last = async (before: string, line: string) => {
  const { claims } = await judge(elaborate(read(`${before}\n\n$$${line}$$`)));
  return claims.at(-1)?.verdict;
};

describe('differentials of both sides', () => {
  test.each(ROWS)('%s', async (_, before, truth, slip) => {
    const right = await last(before, truth);
    expect(right?.name).toBe('proved');
    expect(right?.given.join()).toMatch(/the equation of line 1/);
    // Told to be unreadable, or listed as a condition.
    expect((await last(before, slip))?.name ?? 'unreadable').toBe('unreadable');
  });
});
