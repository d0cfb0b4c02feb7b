// The example document through the whole way: as a cold process (time and peak memory), and warm in this process.
// Prints minimum, median and maximum; `npm run bench` builds first. NODE_EXTRA_CA_CERTS is unset for the processes: it alone slows every start of Node.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { built } from './built.ts';

const summary = (label: string, unit: string, values: number[]): void => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (q: number): string => sorted[Math.floor(q * (sorted.length - 1))]!.toFixed(1);
  console.log(
    `${label.padEnd(24)} ${at(0)} · ${at(0.5)} · ${at(1)} ${unit}  (minimum · median · maximum of ${values.length})`,
  );
};

const PEAK =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";
const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;

export const timeDocument = async (path = 'examples/hadamard-jacobian.md'): Promise<void> => {
  const text = readFileSync(path, 'utf8');
  const times: number[] = [];
  const peaks: number[] = [];
  for (let i = 0; i < 11; i++) {
    const start = performance.now();
    const run = spawnSync(
      process.execPath,
      ['--import', PEAK, 'dist/cli.cjs', 'check', path, '--no-reports'],
      {
        env: environment,
        encoding: 'utf8',
      },
    );
    times.push(performance.now() - start);
    if (run.status !== 0) throw new Error(`the check of ${path} ended with ${run.status}: ${run.stderr}`);
    peaks.push(Number(/peak (\d+)/.exec(run.stderr)![1]) / 1024);
  }
  summary('cold process', 'ms', times);
  summary('peak memory', 'MB', peaks);

  const { elaborate, judge, read } = built;
  const warm: number[] = [];
  for (let i = 0; i < 80; i++) {
    const start = performance.now();
    await judge(elaborate(read(text, { path })));
    if (i >= 40) warm.push(performance.now() - start);
  }
  summary('warm, in process', 'ms', warm);
};
