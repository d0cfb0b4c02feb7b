// What people write, row by row: the true line holds, the same line with a slip does not.

import { describe, expect, test } from 'vitest';
import { FUNCTIONS, OPEN } from './functions.ts';
import { IDIOMS } from './idioms.ts';
import { judgesRightly, verdicts } from './judges.ts';
import { LISTS } from './lists.ts';
import { displayed, LAYOUTS, NOTATIONS } from './notations.ts';

judgesRightly('notations', NOTATIONS.map(displayed));
judgesRightly('idioms', IDIOMS.map(displayed));
judgesRightly('lists with dots', LISTS.map(displayed));
judgesRightly('environments, formats and macros', LAYOUTS);
judgesRightly('functions', FUNCTIONS.map(displayed));

describe('what is not read gets no verdict', () => {
  test.each(OPEN.map(displayed))('%s', async (_, before, truth, slip) => {
    const all = [...(await verdicts(before, truth)), ...(await verdicts(before, slip))];
    expect(all).toEqual(['unreadable', 'unreadable']);
  });
});
