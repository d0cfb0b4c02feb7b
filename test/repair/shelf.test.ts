// The first suggestion is the true line for nine in ten mistakes of the shelf, and for as many of a fixed sample of mutants.

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

test('of the shelf', async () => expect(await share(await shelf(), 'the row')).toBeGreaterThan(0.9));
test('of mutants of either side', async () =>
  expect(await share(await mutants('suite', 30), 'the row', 'near')).toBeGreaterThan(0.9));
