// docs/ci.md speaks of the command as it is: every option and every key of the configuration exists, and none is left out.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/ci.md', 'utf8');
const command = readFileSync('src/cli.ts', 'utf8');
const config = readFileSync('src/cli/config.ts', 'utf8');

test('every option of a call in the page is one of the command', () => {
  const used = page.matchAll(/rederive check([^\n`]*)/g);
  const options = new Set([...used].flatMap(([, rest]) => rest!.match(/--[a-z-]+/g) ?? []));
  expect(options.size).toBeGreaterThanOrEqual(7);
  expect([...options].filter(o => !new RegExp(`'${o}[ ']`).test(command))).toEqual([]);
});

test('the table of keys is that of the configuration', () => {
  const rows = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(m => m[1]!.match(/\w+/g) ?? []);
  const keys = [...config.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(m => m[1]!);
  expect(rows.sort()).toEqual(keys.sort());
});
