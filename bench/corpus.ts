// Reads a folder of real derivations with their truth (NAME.md and NAME.expected.json) and prints, file by file, how many lines were
// judged rightly, wrongly, or not read. A line is right when every relation on it gets a verdict that agrees with its truth.
// Wrong verdicts are listed and make the exit code 1: not reading is honest, a wrong verdict never is. So do lines that are no longer right.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elaborate, holds, judge, read, type VerdictName } from '../src/index.ts';

interface Expected {
  readonly lines: Readonly<Record<string, boolean>>;
  readonly optional?: Readonly<Record<string, boolean>>;
  readonly open?: readonly string[];
}
type Mark = 'right' | 'wrong' | 'unread';

const [folder = '../shared/corpus', only = ''] = process.argv.slice(2);
const verbose = process.argv.includes('--verbose');
/** Lines that were right before: none of them may be lost. */
const LEAST = { p: 74, q: 282 };

const mark = (verdicts: readonly VerdictName[], truth: boolean): Mark => {
  const known = verdicts.filter(v => v !== 'unreadable');
  const anyFalse = known.some(v => !holds(v));
  if (truth)
    return anyFalse ? 'wrong' : known.length === verdicts.length && known.length > 0 ? 'right' : 'unread';
  if (anyFalse) return 'right';
  return verdicts.length > known.length || known.length === 0 ? 'unread' : 'wrong';
};

const totals: Record<'p' | 'q', Record<Mark | 'files' | 'whole', number>> = {
  p: { files: 0, whole: 0, right: 0, wrong: 0, unread: 0 },
  q: { files: 0, whole: 0, right: 0, wrong: 0, unread: 0 },
};
const wrongs: string[] = [];

for (const file of readdirSync(folder)
  .filter(f => f.endsWith('.expected.json') && f.startsWith(only))
  .sort()) {
  const name = file.replace('.expected.json', '');
  const expected: Expected = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const path = join(folder, `${name}.md`);
  const text = readFileSync(path, 'utf8');
  const started = performance.now();
  const document = await judge(elaborate(read(text, { path })));
  const milliseconds = performance.now() - started;
  const byLine = new Map<number, VerdictName[]>();
  for (const { claim, verdict } of document.claims) {
    const at = byLine.get(claim.line) ?? [];
    byLine.set(claim.line, [...at, verdict.name]);
    if (verbose)
      console.log(
        `  ${name}:${claim.line} ${verdict.name} ${claim.text.slice(0, 90)} ${verdict.problem ? `— ${verdict.problem.message} ${verdict.problem.note ?? ''}` : ''}`,
      );
  }
  for (const c of document.contradictions)
    wrongs.push(`${name}:${c.claim.line} judges contradict each other: ${c.says.join('; ')}`);
  const counts = { right: 0, wrong: 0, unread: 0 };
  for (const [line, truth] of Object.entries(expected.lines)) {
    const verdicts = byLine.get(Number(line)) ?? [];
    const m = mark(verdicts, truth);
    counts[m]++;
    if (m === 'wrong') wrongs.push(`${name}:${line} is ${truth}, judged ${verdicts.join(', ')}`);
    if (m === 'unread' && verbose)
      console.log(`  ${name}:${line} not judged (${verdicts.join(', ') || 'no claim'})`);
  }
  for (const [line, verdicts] of byLine)
    if (
      !(line in expected.lines) &&
      !expected.open?.includes(String(line)) &&
      verdicts.some(v => v === 'refuted' || v === 'misfit')
    ) {
      counts.wrong++;
      wrongs.push(`${name}:${line} holds no false claim, judged ${verdicts.join(', ')}`);
    }
  const total = totals[name.startsWith('p') ? 'p' : 'q'];
  total.files++;
  if (counts.wrong + counts.unread === 0) total.whole++;
  for (const m of ['right', 'wrong', 'unread'] as const) total[m] += counts[m];
  console.log(
    `${name.slice(0, 50).padEnd(52)} right ${String(counts.right).padStart(3)}  wrong ${counts.wrong}  not read ${String(counts.unread).padStart(3)}  ${milliseconds.toFixed(0).padStart(6)} ms`,
  );
}

for (const [kind, t] of Object.entries(totals)) {
  const lines = t.right + t.wrong + t.unread;
  console.log(
    `${kind} files: ${t.whole} of ${t.files} with every line right; lines right ${t.right} of ${lines} (${((100 * t.right) / Math.max(1, lines)).toFixed(1)} %), not read ${t.unread}, wrong verdicts ${t.wrong}`,
  );
}
for (const w of wrongs) console.log(`wrong: ${w}`);
const lost = only === '' && (['p', 'q'] as const).some(kind => totals[kind].right < LEAST[kind]);
if (lost) console.log(`fewer lines are right than were: ${LEAST.p} and ${LEAST.q}`);
if (wrongs.length || lost) process.exitCode = 1;
