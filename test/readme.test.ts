// What the README shows is what the program prints.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elaborate, judge, read, report } from '../src/index.ts';

const readme = readFileSync('README.md', 'utf8');
const printed = async (path: string): Promise<string> => {
  const document = await judge(elaborate(read(readFileSync(path, 'utf8'), { path })));
  return report({ seed: 'rederive', documents: [document] }, 'pretty', { width: 100, reports: 'reports' });
};

test('the end of the example’s report is printed in full', async () => {
  const shown = /the end of it\):\n\n```\n([\s\S]*?)```/.exec(readme)?.[1];
  expect((await printed('examples/hadamard-jacobian.md')).trimEnd().endsWith(shown!.trimEnd())).toBe(true);
});
test('its two commands exist', () => {
  const { scripts, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.test).toBeTruthy();
  expect(bin.rederive).toBeTruthy();
});
