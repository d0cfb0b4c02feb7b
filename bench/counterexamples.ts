// How small and how fast counterexamples are: `npm run counterexamples [-- --every N]` looks for one for each mistake on the shelf and
// for one in N refuted mutants of the catalogue, on all processor cores.
//   prints each that is not locally minimal in the order of docs/counterexamples.md, and each that took longer than its budget

import { parseArgs } from 'node:util';
import { Court, mutantsOf } from '../properties/catalogue/mutants.ts';
import { chapterNames, loadChapter, loadMistakes } from '../properties/catalogue/table.ts';
import type { Statement } from '../src/expression/judgement.ts';
import { type IdentityRow, identity } from '../src/index.ts';
import { checked, shown } from '../test/refute/minimal.ts';
import { answering, onAllCores } from './cores.ts';

/** Milliseconds of processor time a claim. */
const BUDGET = 200;
/** One mutant in so many, if it is not said. */
const EVERY = '60';

interface Task {
  /** Null for the shelf. */
  readonly chapter: string | null;
  readonly row: number;
  /** Of the row's mutants, one in so many, from here on. */
  readonly every: number;
  readonly first: number;
}
interface Answer {
  readonly text: string;
  readonly milliseconds: number;
  readonly exact: boolean;
  readonly counterexample: string;
  /** One that is simpler in one place, if there is any. */
  readonly simpler: string | null;
}

const answer = async ({ chapter, row, every, first }: Task): Promise<Answer[]> => {
  if (chapter === null) {
    const of = (await loadMistakes()).rows[row]!;
    return statementsOf(of).flatMap(s => looked(of.claim, s));
  }
  const of = (await loadChapter(chapter)).rows[row]!;
  const court = new Court(of.name);
  return mutantsOf(of)
    .filter((m, i) => i % every === first && court.fate(m) === 'refuted')
    .flatMap(m => looked(m.text, m.statement!));
};
const statementsOf = (row: IdentityRow): Statement[] =>
  identity(row).claims[0]!.readings.flatMap(({ content }) =>
    'statement' in content ? [content.statement] : [],
  );

const looked = (text: string, statement: Statement): Answer[] => {
  const found = checked(statement, text);
  if (!found) return [];
  const { exact, outcome, milliseconds } = found;
  const [simpler] = found.simpler;
  return [
    {
      text,
      exact,
      milliseconds,
      counterexample: shown(outcome.instance),
      simpler: simpler ? shown(simpler) : null,
    },
  ];
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { every: { type: 'string', default: EVERY } } });
  const every = Number(values.every);
  if (!Number.isSafeInteger(every) || every < 1) throw new RangeError(`--every ${values.every} is no number`);
  const shelf = (await loadMistakes()).rows.map((_, row) => ({ chapter: null, row, every: 1, first: 0 }));
  const chapters = await Promise.all(chapterNames().map(loadChapter));
  const rows = chapters.flatMap(c => c.rows.map((_, row) => ({ chapter: c.name, row })));
  const tasks = [...shelf, ...rows.map((r, i) => ({ ...r, every, first: i % every }))];
  const answers = await onAllCores<Task, Answer[]>(import.meta.url, ['--judge'], tasks);
  report('the shelf of mistakes', answers.slice(0, shelf.length).flat());
  report(every === 1 ? 'all mutants' : `one mutant in ${every}`, answers.slice(shelf.length).flat());
};

const report = (title: string, all: readonly Answer[]): void => {
  for (const { text, counterexample, simpler } of all)
    if (simpler) console.log(`  ${text}\n    ${counterexample}\n    simpler: ${simpler}`);
  const slow = all.filter(a => a.milliseconds > BUDGET);
  for (const { text, milliseconds } of slow) console.log(`  ${milliseconds.toFixed(0)} ms: ${text}`);
  const minimal = all.filter(a => a.simpler === null).length;
  const exact = all.filter(a => a.exact).length;
  const times = all.map(a => a.milliseconds).sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  console.log(
    `${title}: ${minimal} of ${all.length} counterexamples are locally minimal, ${exact} exact; median ${at(0.5)}, 99 % below ${at(0.99)}, slowest ${at(1)}`,
  );
  if (minimal < all.length) process.exitCode = 1;
};

if (process.argv.includes('--judge')) answering(answer);
else await main();
