// Rederive beside what people use today: every row runs both sides alternately and prints the ratio of their time to ours.
//   npm run bench -- --peers [--quick] [--reps N] [--only TEXT] [--format json] [--folder FOLDER]
// --quick takes the rows that need nothing but npm; a peer that is not installed is skipped with a word. Results of a whole run go to
// bench/results.json, and as a picture to bench/results.svg.

import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { missing, prepare, time, versions } from './commands.ts';
import { plotted } from './plot.ts';
import { ROWS, type Row } from './rows.ts';

interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}
export interface Result {
  readonly workload: string;
  readonly peer: string;
  readonly ours: Spread;
  readonly theirs: Spread;
  readonly ratio: Spread;
  readonly target: number;
}

const spread = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
};
const measure = ({ workload, peer, target, ...row }: Row, reps: number): Result => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let k = 0; k < reps; k++) {
    ours.push(time(row.ours));
    theirs.push(time(row.theirs));
  }
  const ratios = theirs.map((t, k) => t / ours[k]!);
  return { workload, peer, ours: spread(ours), theirs: spread(theirs), ratio: spread(ratios), target };
};
const short = (x: number): string => (x >= 100 ? Math.round(x).toLocaleString('en') : x.toPrecision(3));
const spreadText = (s: Spread): string => `${short(s.median)} (${short(s.min)}–${short(s.max)})`;

export const comparePeers = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      peers: { type: 'boolean' },
      quick: { type: 'boolean', default: false },
      reps: { type: 'string' },
      only: { type: 'string', default: '' },
      format: { type: 'string', default: 'text' },
      folder: { type: 'string', default: '../shared/peers' },
    },
  });
  const say = values.format === 'json' ? console.error : console.log;
  await prepare(values.quick ? null : values.folder);
  const reps = Number(values.reps ?? (values.quick ? 3 : 5));
  const rows: Result[] = [];
  for (const row of ROWS) {
    if ((values.quick && !row.quick) || !`${row.workload} ${row.peer}`.includes(values.only)) continue;
    const why = missing(row.theirs) ?? missing(row.ours);
    if (why) {
      say(`skipped: ${row.workload} · ${row.peer}: ${why}`);
      continue;
    }
    const result = measure(row, row.reps ?? reps);
    rows.push(result);
    const verdict = result.ratio.median >= row.target ? 'met' : 'missed';
    say(`${row.workload} · ${row.peer}`);
    say(
      `  ours ${spreadText(result.ours)} ms · theirs ${spreadText(result.theirs)} ms · ratio ${spreadText(result.ratio)}, wanted ${short(row.target)}: ${verdict}`,
    );
  }
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const results = { machine, versions: versions(), rows };
  if (values.format === 'json') console.log(JSON.stringify(results, null, 2));
  if (values.quick || values.only) return;
  writeFileSync('bench/results.json', `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync('bench/results.svg', plotted(rows));
};
