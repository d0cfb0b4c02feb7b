// How long a cold process takes to read, elaborate and prove all rows of the catalogue, without an instance drawn: in all, and per 450 rows.
// Needs the built library (`npm run build`); prints minimum and median of several processes.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chapterNames, loadChapter } from '../properties/catalogue/table.ts';

const PROCESSES = 7;
const PER = 450;

const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
const folder = mkdtempSync(join(tmpdir(), 'rederive-'));
const script = join(folder, 'proofs.mjs');
writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
writeFileSync(
  script,
  `import { readFileSync } from 'node:fs';
import { identity, prove } from ${JSON.stringify(pathToFileURL(resolve('dist/index.js')).href)};
let proved = 0;
for (const row of JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8')))
  for (const reading of identity(row).claims[0].readings)
    if ('statement' in reading.content && prove(reading.content.statement).outcome === 'proved') proved++;
console.log(proved);`,
);

const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;
const times: number[] = [];
let proved = '';
for (let i = 0; i < PROCESSES; i++) {
  const start = performance.now();
  const run = spawnSync(process.execPath, [script], { env: environment, encoding: 'utf8' });
  times.push(performance.now() - start);
  if (run.status !== 0) throw new Error(`the process ended with ${run.status}: ${run.stderr}`);
  proved = run.stdout.trim();
}
rmSync(folder, { recursive: true });

times.sort((a, b) => a - b);
const [least, median] = [times[0]!, times[PROCESSES >> 1]!];
const per = (ms: number): string => `${((ms * PER) / rows.length).toFixed(0)} ms per ${PER} rows`;
console.log(`${rows.length} rows, ${proved} proved, cold and without sampling:`);
console.log(
  `  minimum ${least.toFixed(0)} ms (${per(least)}), median ${median.toFixed(0)} ms (${per(median)})`,
);
