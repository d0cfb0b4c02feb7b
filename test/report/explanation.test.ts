// Proofs to read: text → the lines that explain its first claim.

import { expect, test } from 'vitest';
import { elaborate, read } from '../../src/index.ts';
import { explain } from '../../src/prove/index.ts';
import { explanationLines } from '../../src/report/explanation.ts';

const lines = (text: string): string[] => {
  const [claim] = elaborate(read(text)).claims;
  const { content, layout } = claim!.readings[0]!;
  if (!('statement' in content)) throw new Error('the claim has no statement');
  return explanationLines(claim!, explain(content.statement), layout);
};
const square = 'Let $A$, $X$, $B$ be $n \\times n$ matrices.\n\n';

test('a true claim lists the terms that both sides have', () => {
  expect(lines(`${square}$$ \\operatorname{tr}(AX) = \\operatorname{tr}(XA) $$`)).toEqual([
    'tr(AX) = tr(XA)',
    '  the value of both sides has 1 term in common:',
    '    Σ_{ab} A_{ab} X_{ba}',
  ]);
});
test('a false claim names the terms that do not cancel', () => {
  const said = lines(`${square}$$ \\nabla_X \\operatorname{tr}(X^T A X B) = (A + A^T) X B $$`);
  expect(said).toContain('  the left side has an extra  Σ_{ab} A_{ai} X_{ab} B_{jb}');
  expect(said).toContain('  the right side has an extra  Σ_{ab} A_{ai} X_{ab} B_{bj}');
});
test('what the prover cannot write in indices is said', () => {
  const vectors = 'Let $x \\in \\mathbb{R}^n$ and $A \\in \\mathbb{R}^{m \\times n}$.\n\n';
  expect(lines(`${vectors}$$ A \\otimes x = x \\otimes A $$`).join('\n')).toContain('no index notation');
});
