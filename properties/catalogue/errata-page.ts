// docs/errata.md: what is false, where it stands, its smallest witness, and what holds.

import type { Verdict } from '../../src/index.ts';
import { rowsOf } from '../../src/report/matrix.ts';
import { sizesText } from '../../src/report/words.ts';
import { SHELVES, UNCONDITIONED } from './errata.ts';
import { math, page, type Sources, table } from './markdown.ts';
import { ACCEPT, pinned } from './pins.ts';
import { corrected } from './unit.ts';

/** @throws Error when an erratum names no mistake, or no identity */
export const errataPage = ({ chapters, mistakes, pins, refuted }: Sources): string => {
  const byName = new Map(mistakes.rows.map(row => [row.name, row]));
  const line = (name: string, where: string): string[] => {
    const row = byName.get(name);
    const verdict = refuted.get(name);
    if (!row || !verdict)
      throw new Error(`errata: there is no mistake named "${name}"; name it as in properties/mistakes.ts`);
    const right = pinned(pins, mistakes.name, corrected(name));
    return [where, math(row.claim), row.where, witness(verdict), `${math(row.right)}: ${right}`];
  };
  const head = ['where it stands', 'what it says', 'declared', 'smallest witness', 'what holds'];
  return page(
    ACCEPT,
    '# Errata',
    'False statements that stand in print, in an answer or in a program’s output. Each is refuted by an instance that is shrunk to the smallest sizes and integers and, wherever the functions in it have exact values, checked again in exact arithmetic; beside it stands the right form with its own verdict. All are rows of `properties/mistakes.ts` and are judged by every run of the tests.',
    ...SHELVES.flatMap(shelf => [
      `## ${shelf.title}`,
      table(
        head,
        shelf.errata.map(e => line(e.name, e.where)),
      ),
    ]),
    '## Stated in lean-matrix-cookbook without a condition',
    'In Lean the inverse of a singular matrix is zero, so that these statements, true where the inverses exist, are false without that condition. A row here states its inverses as existing; the witness is 1×1.',
    table(
      ['equation', 'condition', 'witness', 'left', 'right', 'with the condition'],
      UNCONDITIONED.map(({ equation, condition, witness: at, sides, right: [chapter, name] }) => {
        const [left, right] = sides(totalInverse);
        const row = chapters.find(c => c.name === chapter)?.rows.find(r => r.name === name);
        if (!row) throw new Error(`errata: there is no identity named "${name}" in ${chapter}`);
        return [
          equation,
          condition,
          at,
          `${left}`,
          `${right}`,
          `${math(row.claim)}: ${pinned(pins, chapter, name)}`,
        ];
      }),
    ),
  );
};

/** Lean's inverse of a number: that of zero is zero. */
export const totalInverse = (x: number): number => (x === 0 ? 0 : 1 / x);

/** "n = 2; X = [1 0; 0 1]; left [1], right [0]", or why the sides do not fit. */
const witness = ({ counterexample: c, problem }: Verdict): string => {
  if (!c) return problem?.message ?? 'its sides never fit';
  const number = (entry: string): string => (c.exact ? entry : `${Number(Number(entry).toPrecision(6))}`);
  const matrix = (e: (typeof c)['lhs']): string =>
    `[${rowsOf(e)
      .map(row => row.map(number).join(' '))
      .join('; ')}]`;
  const values = [
    ...c.values.map(v => `${v.name} = ${matrix(v.entries)}`),
    ...c.directions.map(v => `d${v.name} = ${matrix(v.entries)}`),
  ];
  return [sizesText(c), ...values, `left ${matrix(c.lhs)}, right ${matrix(c.rhs)}`]
    .filter(Boolean)
    .join('; ');
};
