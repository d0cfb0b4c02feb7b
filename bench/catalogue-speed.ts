// How long the catalogue's identities take in cold processes that load the built library (`npm run build` first):
//   proofs: one process reads, elaborates and proves every row, no instance is drawn; in all, and per 450 rows
//   judges: as many processes as there are cores share the rows and judge them by all judges, 100 instances each
// Prints minimum and median of several runs.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chapterNames, loadChapter } from '../properties/catalogue/table.ts';

const TIMES = 5;
const CORES = 2;
const INSTANCES = 100;
const PER = 450;

const rows = (await Promise.all(chapterNames().map(loadChapter))).flatMap(c => c.rows);
const folder = mkdtempSync(join(tmpdir(), 'rederive-'));
const script = join(folder, 'judge.mjs');
writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
writeFileSync(
  script,
  `import { readFileSync } from 'node:fs';
import { holds, identity, judge, prove } from ${JSON.stringify(pathToFileURL(resolve('dist/index.js')).href)};
const [mode, part, parts] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8'));
for (const row of rows.filter((_, i) => i % Number(parts) === Number(part))) {
  const document = identity(row);
  if (mode === 'judges') {
    const { claims } = await judge(document, { runs: ${INSTANCES} });
    if (!holds(claims[0].verdict.name)) throw new Error(row.name + ' does not hold');
  } else
    for (const { content } of document.claims[0].readings) if ('statement' in content) prove(content.statement);
}`,
);

const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;
const inProcess = (mode: string, part: number, parts: number): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, mode, `${part}`, `${parts}`], {
      env: environment,
      stdio: 'inherit',
    });
    child.on('exit', code => (code === 0 ? done() : fail(new Error(`a process ended with ${code}`))));
  });
const measure = async (mode: string, parts: number): Promise<readonly [least: number, median: number]> => {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const start = performance.now();
    await Promise.all(Array.from({ length: parts }, (_, part) => inProcess(mode, part, parts)));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [times[0]!, times[TIMES >> 1]!];
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const per = (ms: number): string => `${seconds(ms)} (${seconds((ms * PER) / rows.length)} per ${PER} rows)`;
console.log(`${rows.length} identities, minimum and median of ${TIMES}:`);
const [proofs, medianProofs] = await measure('proofs', 1);
console.log(`  read, elaborated and proved, one core: ${per(proofs)}, ${per(medianProofs)}`);
const [judges, medianJudges] = await measure('judges', CORES);
console.log(`  by all judges, ${INSTANCES} instances, ${CORES} cores: ${per(judges)}, ${per(medianJudges)}`);
rmSync(folder, { recursive: true });
