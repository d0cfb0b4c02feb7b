import { expect, test } from 'vitest';
import 'rederive/vitest';

test('the trace is cyclic, and no more than that', async () => {
  const where = { A: 'n×n', B: 'n×n', C: 'n×n' };
  await expect('tr(A B C) = tr(B C A)').toHold(where, { min: 'proved' });
  await expect('tr(A B C) = tr(B A C)').not.toHold(where);
});
