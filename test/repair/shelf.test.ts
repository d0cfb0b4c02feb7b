// The first suggestion is the true line for most mistakes of the shelf, and for nine in ten of a fixed sample of mutants of each side.

import { expect, test } from 'vitest';
import { identity } from '../../src/elaborate/identity.ts';
import { contains, type Expression } from '../../src/expression/expression.ts';
import { type Case, mend, mutants, type Outcome, shelf } from './measured.ts';

const share = async (cases: readonly Case[], ...outcomes: Outcome[]): Promise<number> => {
  let good = 0;
  for (const c of cases) {
    const found = await mend(c);
    if (found && outcomes.includes(found.outcome)) good++;
  }
  return good / cases.length;
};

/** An eigenvalue has no exact values: most of what is offered for a claim with one is supported by samples. */
const isSpectral = (e: Expression): boolean => contains(e, ({ op }) => op === 'eigen');
const isOfEigenvalues = ({ wrong }: Case): boolean => {
  const { content } = identity(wrong).claims[0]!.readings[0]!;
  return 'statement' in content && [content.statement.lhs, content.statement.rhs].some(isSpectral);
};
const all = await shelf();
const spectral = all.filter(isOfEigenvalues);
const others = all.filter(c => !spectral.includes(c));

test('of the shelf', async () => expect(await share(others, 'the row')).toBeGreaterThan(0.93));
test('of eigenvalues on the shelf', async () =>
  expect(await share(spectral, 'the row')).toBeGreaterThan(0.7));
test.each(['left', 'right'] as const)('of mutants of the %s side', async side => {
  const cases = (await mutants('suite', 80)).filter(c => c.side === side);
  expect(await share(cases, 'the row')).toBeGreaterThan(0.9);
});
