import { expect, test } from 'vitest';
import { wantsColor } from '../../src/cli/terminal.ts';

const colours = (env: Record<string, string>, isTTY: boolean, expected: boolean): void =>
  test(`${isTTY ? 'a terminal' : 'a pipe'} with ${JSON.stringify(env)}`, () =>
    expect(wantsColor({ isTTY }, env)).toBe(expected));

colours({}, true, true);
colours({}, false, false);
colours({ NO_COLOR: '1' }, true, false);
colours({ NO_COLOR: '' }, true, true);
colours({ TERM: 'dumb' }, true, false);
colours({ FORCE_COLOR: '1' }, false, true);
colours({ FORCE_COLOR: '0' }, true, false);
colours({ FORCE_COLOR: '1', NO_COLOR: '1' }, true, true);
