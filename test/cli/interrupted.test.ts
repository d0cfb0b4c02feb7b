// Ctrl-C: the claim at hand is finished, what is known is written, and the call that goes on is printed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { buildCommand } from '../../esbuild.config.mjs';
import { check } from '../../src/cli/check.ts';
import { tasksOf } from '../../src/cli/judge-file.ts';
import { inParallel } from '../../src/cli/pool.ts';

const root = mkdtempSync(join(tmpdir(), 'rederive-interrupted-'));
afterAll(() => rmSync(root, { recursive: true }));

test('an interrupted run reports what it judged and says how to go on', async () => {
  const long = `Let $A, B$ be $n \\times n$.\n${'\n$$\\sin(A + B) = \\sin(B + A)$$\n'.repeat(2000)}`;
  const files = ['first.md', 'second one.md'].map(name => join(root, name));
  for (const file of files) writeFileSync(file, long);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const before = process.listenerCount('SIGINT');
  const output = join(root, 'report.json');
  const running = check(files, {
    format: 'json',
    output,
    seed: 's',
    layout: 'auto',
    min: 'supported',
    reports: false,
  });
  while (process.listenerCount('SIGINT') === before) await new Promise(done => setImmediate(done));
  process.emit('SIGINT');
  const code = await running;
  const text = said.mock.calls.map(([line]) => String(line)).join('');
  said.mockRestore();
  expect(code).toBe(130);
  const { documents } = JSON.parse(readFileSync(output, 'utf8'));
  expect(documents.length).toBeLessThanOrEqual(1);
  expect(documents[0]?.claims.length ?? 0).toBeLessThan(2000);
  expect(text).toContain('finishing the claim at hand; Ctrl-C again stops at once');
  expect(text).toContain(`to go on, with the options of this call: rederive check ${files[0]} '${files[1]}'`);
});

test('on several threads, all that was begun is answered, and only the last ones, one a thread, may be unfinished', async () => {
  await buildCommand(root);
  const CLAIMS = 100;
  const COUNT = 2;
  const text = `Let $A, B$ be $n \\times n$.\n${'\n$$\\sin(A + B) = \\sin(B + A)$$\n'.repeat(CLAIMS)}`;
  // So many that no machine is through with them before it is told to stop.
  const file = join(root, 'many.md');
  writeFileSync(file, text);
  const files = new Array<string>(5000).fill(file);
  const started = process.argv[1]!;
  process.argv[1] = join(root, 'cli.cjs');
  const controller = new AbortController();
  const answers = await inParallel(tasksOf(files), { seed: 's', layout: 'auto', reports: false }, COUNT, {
    signal: controller.signal,
    onAnswer: (_, done) => {
      if (done === 2) controller.abort();
    },
  }).finally(() => {
    process.argv[1] = started;
  });
  const claims = Array.from(answers, a => 'document' in a && a.document.claims.length);
  expect(claims.length).toBeLessThan(files.length);
  expect(claims.slice(0, -COUNT).every(n => n === CLAIMS)).toBe(true);
  expect(claims).not.toContain(false);
});
