// What is offered for a false claim of a row.

import { expect, test } from 'vitest';
import { type IdentityRow, identity, judge } from '../../src/index.ts';

interface Offer {
  readonly verdict?: 'proved' | 'verified' | 'supported';
  readonly layout?: IdentityRow['layout'];
}
/** The line that is offered first, and what is known of it. */
export const repairs = (
  where: string,
  claim: string,
  offered: string,
  { verdict = 'proved', layout }: Offer = {},
): void =>
  test(claim, async () => {
    const row = { name: claim, where, claim, right: offered, slip: '', source: 'a test' };
    const document = identity({ ...row, ...(layout && { layout }) });
    const [found] = (await judge(document, { runs: 10 })).claims;
    expect(found!.verdict.repair?.text).toBe(offered);
    expect(found!.verdict.repair?.verdict).toBe(verdict);
  });
