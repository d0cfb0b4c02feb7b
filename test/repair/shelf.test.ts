// The first suggestion is the true line for most mistakes of the shelf, and for nine in ten of a fixed sample of mutants of each side.

import { expect, test } from 'vitest';
import { type Case, mend, mutants, type Outcome, shelf } from './measured.ts';

const share = async (cases: readonly Case[], ...outcomes: Outcome[]): Promise<number> => {
  let good = 0;
  for (const c of cases) {
    const found = await mend(c);
    if (found && outcomes.includes(found.outcome)) good++;
  }
  return good / cases.length;
};

test('of the shelf', async () => expect(await share(await shelf(), 'the row')).toBeGreaterThan(0.93));
test.each(['left', 'right'] as const)('of mutants of the %s side', async side => {
  const cases = (await mutants('suite', 80)).filter(c => c.side === side);
  expect(await share(cases, 'the row')).toBeGreaterThan(0.9);
});
