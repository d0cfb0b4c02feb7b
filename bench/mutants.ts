// Can every row of the catalogue fail? `npm run mutants [-- --accept] [CHAPTER…]` judges every mutant of every row on all processor cores.
//   prints each chapter's score, lists what is neither refuted nor shown to be equal, and says whether reports/mutants.json differs
//   --accept writes it, counts by chapter and what is left, sorted, without dates, and docs/mutants.md

import { parseArgs } from 'node:util';
import { Court, FATES, type Fate, mutantsOf } from '../properties/catalogue/mutants.ts';
import { MUTANTS_PAGE, mutantsPage } from '../properties/catalogue/mutants-page.ts';
import { readScores, SCORES, type Scores, writeScores } from '../properties/catalogue/scores.ts';
import { chapterNames, loadChapter } from '../properties/catalogue/table.ts';
import { writeAtomically } from '../src/report/files.ts';
import { answering, onAllCores } from './cores.ts';

interface Task {
  readonly chapter: string;
  readonly row: number;
}
interface Answer {
  readonly fates: readonly Fate[];
  /** What was neither refuted nor shown to be equal. */
  readonly open: readonly { readonly fate: Fate; readonly text: string }[];
}
const OPEN: readonly Fate[] = ['agrees', 'survived'];

const answer = async ({ chapter, row }: Task): Promise<Answer> => {
  const { rows } = await loadChapter(chapter);
  const of = rows[row]!;
  const court = new Court(of.name);
  const judged = mutantsOf(of).map(mutant => ({ mutant, fate: court.fate(mutant) }));
  return {
    fates: judged.map(j => j.fate),
    open: judged
      .filter(j => OPEN.includes(j.fate))
      .map(({ mutant, fate }) => ({ fate, text: `${of.name}: ${mutant.text}` })),
  };
};

const countsOf = (fates: readonly Fate[]): Record<Fate, number> =>
  Object.fromEntries(FATES.map(f => [f, fates.filter(other => other === f).length])) as Record<Fate, number>;
const line = (name: string, counts: Readonly<Record<Fate, number>>): string => {
  const all = FATES.reduce((sum, f) => sum + counts[f], 0);
  return `${name.padEnd(22)} ${`${all}`.padStart(6)}  ${FATES.map(f => `${counts[f]} ${f}`).join(', ')}`;
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { accept: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const started = performance.now();
  const names = positionals.length ? positionals : chapterNames();
  const chapters = await Promise.all(names.map(loadChapter));
  const tasks = chapters.flatMap(c => c.rows.map((_, row) => ({ chapter: c.name, row })));
  const answers = await onAllCores<Task, Answer>(import.meta.url, ['--judge'], tasks);
  const scores: Scores = new Map(
    names.map(name => {
      const own = answers.filter((_, i) => tasks[i]!.chapter === name);
      const open = own.flatMap(a => a.open.map(o => `${o.fate}: ${o.text}`)).sort();
      return [name, { ...countsOf(own.flatMap(a => a.fates)), open }];
    }),
  );
  for (const [name, score] of scores) {
    console.log(line(name, score));
    for (const text of score.open) console.log(`  ${text}`);
  }
  console.log(line(`${tasks.length} rows`, countsOf(answers.flatMap(a => a.fates))));
  const { user, system } = process.cpuUsage();
  console.log(
    `${((performance.now() - started) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  );
  if (positionals.length) return;
  if (values.accept) {
    await writeScores(scores);
    await writeAtomically(MUTANTS_PAGE, mutantsPage(scores));
  } else if (JSON.stringify([...readScores()]) !== JSON.stringify([...scores])) {
    console.error(`this is not what ${SCORES} holds; if that is meant: npm run mutants -- --accept`);
    process.exitCode = 1;
  }
};

if (process.argv.includes('--judge')) answering(answer);
else await main();
