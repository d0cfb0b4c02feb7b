import { describe, expect, test } from 'vitest';
import { elaborate, identity, type JudgedDocument, judge, read } from '../../src/index.ts';
import { repairs } from './offered.ts';

const judged = async (text: string): Promise<JudgedDocument> => judge(elaborate(read(text)), { runs: 10 });

describe('one edit', () => {
  repairs('A: m×n, X: n×p, B: p×q', 'vec(A X B) = (A ⊗ Bᵀ) vec(X)', 'vec(A X B) = (Bᵀ ⊗ A) vec(X)');
  repairs('A: n×n, X: n×n, B: n×n', 'vec(A X B) = (B ⊗ A) vec(X)', 'vec(A X B) = (Bᵀ ⊗ A) vec(X)');
  repairs('A: n×n, B: n×n', '(A B)ᵀ = Aᵀ Bᵀ', '(A B)ᵀ = Bᵀ Aᵀ');
  repairs('A: n×n, B: n×n', '(A + B)² = A² + 2 A B + B²', '(A + B)² = A² + A B + B A + B²');
  repairs('X: invertible n×n', 'd(X⁻¹) = X⁻¹ dX X⁻¹', 'd(X⁻¹) = −X⁻¹ dX X⁻¹');
  repairs('X: invertible n×n', 'd(X⁻¹) = −X⁻² dX', 'd(X⁻¹) = −X⁻¹ dX X⁻¹');
  repairs('X: n×n', 'd(X ⊙ X) = 2 X dX', 'd(X ⊙ X) = 2 (X ⊙ dX)');
  repairs('X: n×n, A: n×n', 'd(X A X) = dX A X', 'd(X A X) = dX A X + X A dX');
  repairs('A: n×n', 'vec(Aᵀ) = vec(A)', 'vec(Aᵀ) = K_{nn} vec(A)');
  repairs('A: n×n', 'A 1_n = diag(A)', '(A ⊙ I_n) 1_n = diag(A)');
  repairs('x: n, y: n', 'tr(x yᵀ) = ½ xᵀ y', 'tr(x yᵀ) = xᵀ y');
});
describe('entries', () => {
  repairs('A: n×n, B: n×n', '[B A]_{ij} = ∑_k A_{ik} B_{kj}', '[A B]_{ij} = ∑_k A_{ik} B_{kj}');
});
describe('factors', () => {
  repairs('X: invertible n×n, B: n×p', 'd(X⁻¹ B) = −X⁻¹ dX X⁻¹', 'd(X⁻¹ B) = −X⁻¹ dX X⁻¹ B');
  repairs('A: m×n, X: n×p, B: p×q', 'd(A X B) = A dX', 'd(A X B) = A dX B');
  repairs('A: n×n, B: n×n', 'det(A + B) = det(A) det(B)', 'det(A B) = det(A) det(B)');
  repairs('A: n×n, X: n×n', 'd tr(A X) = tr(A X dX)', 'd tr(A X) = tr(A dX)');
});
describe('supported by samples, where exp stands in the way of exact judges', () => {
  repairs('x: n, σ: sigmoid', 'σ(x) = ¼ (1_n + tanh(½ x))', 'σ(x) = ½ (1_n + tanh(½ x))', {
    verdict: 'supported',
  });
});
describe('shapes that clash', () => {
  repairs('A: m×n, B: n×p', '(A B)ᵀ = Aᵀ Bᵀ', '(A B)ᵀ = Bᵀ Aᵀ');
  repairs('A: m×n', 'vec(A) = (I_m ⊗ I_m) vec(A)', 'vec(A) = (I_n ⊗ I_m) vec(A)');
});
describe('two edits', () => {
  repairs('a: n, X: invertible n×n, b: n', 'd(aᵀ X⁻¹ b) = aᵀ X⁻¹ dX X⁻ᵀ b', 'd(aᵀ X⁻¹ b) = −aᵀ X⁻¹ dX X⁻¹ b');
});

describe('in the notation of the author', () => {
  const offers = (title: string, text: string, replacement: string): void =>
    test(title, async () => {
      const { claims } = await judged(text);
      expect(claims.at(-1)!.verdict.repair?.replacement).toBe(replacement);
    });
  offers(
    'bold letters and \\top',
    'Let $\\mathbf{A}, \\mathbf{B}$ be $n\\times n$. $$(\\mathbf{A}\\mathbf{B})^\\top = \\mathbf{A}^\\top \\mathbf{B}^\\top$$',
    '\\mathbf{B}^\\top \\mathbf{A}^\\top',
  );
  offers(
    'a capital T',
    'Let $A, B$ be $n\\times n$. $$\\mathrm{vec}(A X B) = (B\\otimes A)\\,\\mathrm{vec}(X)$$ for $n\\times n$ $X$, with $A^T$.',
    '(B^T\\otimes A)\\,\\mathrm{vec}(X)',
  );
  offers('a prime', "Let $A, B$ be $n\\times n$; a prime is a transpose. $$(A'B)' = A'B$$", "B'A");
});

describe('the next line of a chain', () => {
  const notes = async (text: string): Promise<(readonly string[])[]> =>
    (await judged(text)).claims.map(c => c.verdict.notes);
  test('follows from the repaired line', async () => {
    const found = await notes('Let $X$ be $n\\times n$. $$d(X^2) = 2 X dX = X\\,dX + dX\\,X$$');
    expect(found[0]).toContainEqual(
      expect.stringMatching(/^the next line \(1:\d+\) follows from the repaired line$/),
    );
    expect(found[1]).toContain('it follows from the line before as that is repaired');
  });
  test('follows from the false one', async () => {
    const found = await notes('Let $X$ be $n\\times n$. $$d(X^2) = 2 X dX = X\\,dX + X\\,dX$$');
    expect(found[0]).toContainEqual(
      expect.stringMatching(/^the next line \(1:\d+\) follows from this one as it stands/),
    );
  });
});

test('who stops a run gets the verdicts that are known, without waiting for repairs', async () => {
  const text = `Let $A, B$ be $n\\times n$.\n${'\n$$A B = B A$$\n'.repeat(3)}`;
  const controller = new AbortController();
  const { claims } = await judge(elaborate(read(text)), {
    signal: controller.signal,
    onClaim: (done, total) => {
      if (done === total) controller.abort();
    },
  });
  expect(claims.map(c => [c.verdict.name, c.verdict.repair])).toEqual(
    claims.map(() => ['refuted', undefined]),
  );
  expect(claims.length).toBe(3);
});

describe('right if', () => {
  const rightIf = (where: string, claim: string, ...conditions: string[]): void =>
    test(`${claim}: ${conditions.join(', ') || 'never'}`, async () => {
      const document = identity({ name: claim, where, claim, right: claim, slip: '', source: 'a test' });
      const [found] = (await judge(document, { runs: 10 })).claims;
      expect(found!.verdict.notes.filter(n => n.startsWith('right if'))).toEqual(
        conditions.map(c => `right if ${c}`),
      );
    });
  rightIf('A: n×n, B: n×n', 'A B = B A', 'A and B commute');
  rightIf('A: n×n, B: n×n', '(A + B)² = A² + 2 A B + B²', 'A and B commute');
  rightIf('A: n×n, X: n×n, B: n×n', 'vec(A X B) = (A ⊗ Bᵀ) vec(X)', 'vec stacks rows');
  rightIf('A: n×n, x: n', 'd(xᵀ A x) = 2 xᵀ A dx', 'A is symmetric');
  rightIf('X: n×n', 'd(X²) = 2 X dX', 'X and dX commute');
  rightIf('X: invertible n×n', 'd(X⁻¹) = −X⁻² dX', 'X and dX commute');
  rightIf('A: m×n, x: n, y: m', 'A x = Aᵀ y');
  rightIf('A: m×n', 'tr(A Aᵀ) 1_m = tr(A Aᵀ) 1_n', 'A is square');
  rightIf('A: m×n', 'vec(A) = (I_m ⊗ I_m) vec(A)', 'A is square');
  rightIf('a: m, b: n', 'tr(a aᵀ) I_m = tr(a aᵀ) I_n', 'm = n');
  rightIf('A: m×n', 'A A⁺ = I_m', 'A has full row rank');
  rightIf('A: m×n', 'A⁺ A = I_n', 'A has full column rank');
  rightIf('A: n×n', 'A² = A', 'A is idempotent');
  rightIf('A: n×n', 'A Aᵀ = I_n', 'A is orthogonal');
  rightIf('A: n×n, B: n×n', 'A ⊙ B = A B');
  rightIf('A: n×n, B: n×n', 'A + B = A');
});
