// docs/mutants.md: whether the rows of the catalogue can fail, chapter by chapter. The same scores give the same bytes.

import { page, table } from './markdown.ts';
import { FATES, type Fate } from './mutants.ts';
import { type Score, type Scores, total } from './scores.ts';

export const MUTANTS_PAGE = 'docs/mutants.md';
export const ACCEPT_MUTANTS = 'npm run mutants -- --accept';

const MEANINGS: Readonly<Record<Fate, string>> = {
  refuted: 'a counterexample was found',
  'refuted beside its row':
    'an edited side is not what it was at an instance, and the row says that it should be',
  equal: 'a proof, or exact trials, show that it says the same or holds as well',
  agrees: 'it agrees in floating point, and nothing exact is known',
  undefined:
    'it has no value at any instance, unless a size is 1, or no meaning, such as a derivative by an orthogonal matrix: there is nothing to refute',
  misfit: 'its shapes clash',
  survived: 'nothing could be told',
};

const grouped = (n: number): string => n.toLocaleString('en-US');
const cells = (name: string, of: (fate: Fate) => number): string[] => [
  name,
  grouped(FATES.reduce((sum, f) => sum + of(f), 0)),
  ...FATES.map(f => grouped(of(f))),
];
const openOf = ([name, { open }]: [string, Score]): string[] => open.map(text => `- ${name}: \`${text}\``);

export const mutantsPage = (scores: Scores): string => {
  const all = total(scores, ...FATES);
  const told = all - total(scores, 'agrees', 'survived');
  const open = [...scores].flatMap(openOf);
  return page(
    ACCEPT_MUTANTS,
    '# Can every row fail?',
    `Every row of the [catalogue](catalogue.md) is written anew with one slip of the pen, or without one of its conditions: ${grouped(all)} mutants. ` +
      `The judges tell what became of ${grouped(told)} of them (${((100 * told) / all).toFixed(2)} %); ${grouped(total(scores, 'survived'))} survived.`,
    table(
      ['fate', 'what it means'],
      FATES.map(f => [f, MEANINGS[f]]),
    ),
    table(
      ['chapter', 'mutants', ...FATES],
      [
        ...[...scores].map(([name, score]) => cells(name, f => score[f])),
        cells('all', f => total(scores, f)),
      ],
    ),
    '## What is left open',
    open.length ? open.join('\n') : 'Nothing.',
  );
};
