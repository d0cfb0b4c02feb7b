import { describeIdentities, describeMistakes } from 'rederive/vitest';

describeIdentities('what our code rests on', [
  {
    name: 'push-through',
    where: 'A: m×n, B: n×m',
    claim: '(I + A B)^{-1} A = A (I + B A)^{-1}',
    source: 'our notes, section 2',
  },
  {
    name: 'vec of a product',
    where: 'A: m×n, X: n×p, B: p×q',
    claim: 'vec(A X B) = (Bᵀ ⊗ A) vec(X)',
    source: 'our notes, section 3',
  },
  {
    name: 'cosine of a sum',
    where: 'a: scalar, b: scalar',
    claim: '\\cos(a + b) = \\cos(a) \\cos(b) - \\sin(a) \\sin(b)',
    source: 'our notes, section 4',
    expect: 'supported',
  },
]);

describeMistakes('what we once got wrong', [
  {
    name: 'vec with the factors swapped',
    where: 'A: m×m, X: m×m, B: m×m',
    claim: 'vec(A X B) = (A ⊗ Bᵀ) vec(X)',
    right: 'vec(A X B) = (Bᵀ ⊗ A) vec(X)',
    slip: 'factors swapped',
    source: 'our notes, section 3, before it was mended',
  },
]);
