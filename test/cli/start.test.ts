// The first check keeps what was compiled, later starts use it, and one that is damaged does no harm and is kept anew. Where addresses are
// limited, proofs go on and samples say what they lack.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand } from '../../esbuild.config.mjs';
import { version } from '../../package.json';

const folder = mkdtempSync(join(tmpdir(), 'rederive-start-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => buildCommand(folder));

const kept = (): string[] => readdirSync(folder).filter(f => f.endsWith('.cache'));
const start = (...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'cli.cjs'), ...args], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout;
};
const check = (): string => start('check', 'examples/hadamard-jacobian.md', '--no-reports');

test('what was compiled is kept, and used', () => {
  start('--version');
  expect(kept()).toEqual([]);
  const first = check();
  const [file] = kept();
  expect(kept()).toHaveLength(1);
  const { mtimeMs } = statSync(join(folder, file!));
  expect(check()).toBe(first);
  expect(statSync(join(folder, file!)).mtimeMs).toBe(mtimeMs);
  writeFileSync(join(folder, file!), 'damaged');
  expect(check()).toBe(first);
  expect(statSync(join(folder, file!)).size).toBeGreaterThan(100_000);
});
test('a configuration that is a module is loaded by what was compiled and kept, too', () => {
  const config = join(folder, 'chosen.config.mjs');
  writeFileSync(config, 'export default { seed: "chosen" };\n');
  const seeds = [1, 2].map(() => {
    const json = start(
      'check',
      'examples/hadamard-jacobian.md',
      '--no-reports',
      '--format',
      'json',
      '--config',
      config,
    );
    return (JSON.parse(json) as { seed: string }).seed;
  });
  expect(seeds).toEqual(['chosen', 'chosen']);
});

test.skipIf(process.platform === 'win32')('the command can be run as it was built', () => {
  const { stdout, status } = spawnSync(join(folder, 'cli.cjs'), ['--version'], { encoding: 'utf8' });
  expect([stdout.trim(), status]).toEqual([version, 0]);
});
test.skipIf(process.platform !== 'linux')(
  'little virtual memory costs the samples alone, which say so',
  () => {
    const document = join(folder, 'root.md');
    writeFileSync(
      document,
      'Let $A$ be a positive definite $n\\times n$ matrix.\n\n$A + A = 2A$\n\n$(A^{1/2})^{-1} = (A^{-1})^{1/2}$\n',
    );
    const args = [join(folder, 'cli.cjs'), 'check', document, '--no-reports'];
    const limited = `ulimit -v 8000000; exec "${process.execPath}" "$@"`;
    const within = (...flags: string[]): string =>
      spawnSync('sh', ['-c', limited, 'sh', ...flags, ...args], { encoding: 'utf8' }).stdout;
    // Later versions of Node do without so many addresses.
    const advised = /start Node with --disable-wasm-trap-handler.* 1 proved, 1 unreadable/;
    expect(within().replace(/\s+/g, ' ')).toMatch(new RegExp(`${advised.source}|1 proved, 1 supported`));
    expect(within('--disable-wasm-trap-handler')).toContain('≈ 5:17  supported');
  },
);
