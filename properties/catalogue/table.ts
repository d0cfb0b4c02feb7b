// The table of everything in properties/: chapters of identities, the shelf of mistakes, derivations.
//   every row has a name of its own over all files, a source, declared letters and shapes that fit, or the table is refused:
//   one error then names each file, row and fix

import { readdirSync, readFileSync } from 'node:fs';
import { slug } from '../../src/elaborate/identity.ts';
import { derivation, type IdentityRow, type MistakeRow } from '../../src/index.ts';
import { derivationUnit, identityUnit, mistakeUnits, type Unit } from './unit.ts';

/** A file of rows. */
export interface Chapter<Row extends IdentityRow = IdentityRow> {
  /** The file's name without its ending. */
  readonly name: string;
  readonly file: string;
  /** What the file says of itself in its first line. */
  readonly about: string;
  readonly rows: readonly Row[];
}

export const HERE = 'properties';
const NOT_CHAPTERS = /\.test\.ts$|^suite\.ts$|^mistakes\.ts$/;

/** The names of the chapters of identities, sorted: all, or those that begin with a letter from first to last. */
export const chapterNames = (first = 'a', last = 'z'): string[] =>
  readdirSync(HERE)
    .filter(file => file.endsWith('.ts') && !NOT_CHAPTERS.test(file))
    .map(file => file.replace(/\.ts$/, ''))
    .filter(name => name[0]! >= first && name[0]! <= last)
    .sort();

export const derivationNames = (): string[] =>
  readdirSync(`${HERE}/derivations`)
    .filter(file => file.endsWith('.md'))
    .sort();

const load = async <Row extends IdentityRow>(name: string): Promise<Chapter<Row>> => {
  const file = `${HERE}/${name}.ts`;
  const { rows }: { rows: readonly Row[] } = await import(`../${name}.ts`);
  const about = /^\/\/ (.*)/.exec(readFileSync(file, 'utf8'))?.[1];
  if (!about)
    throw new Error(`${file}: its first line does not say what it is about; begin it with a comment`);
  return { name, file, about, rows };
};

export const loadChapter = (name: string): Promise<Chapter> => load(name);
export const loadMistakes = (): Promise<Chapter<MistakeRow>> => load('mistakes');

/**
 * The rows of chapters, ready to be judged.
 * @throws Error with one line for every bad row: its file, its name, what is wrong and how to mend it
 */
export const unitsOf = (chapters: readonly Chapter[]): Unit[] =>
  collect(chapters, (chapter, row) => [identityUnit(chapter.name, row)]);

/** Each mistake and, behind it, its right form. */
export const mistakesOf = (shelf: Chapter<MistakeRow>): Unit[] =>
  collect([shelf], (chapter, row) => mistakeUnits(chapter.name, row));

export const loadDerivation = (file: string): Unit => {
  const path = `${HERE}/derivations/${file}`;
  return derivationUnit(`derivations/${file}`, derivation(readFileSync(path, 'utf8'), { path }));
};

const collect = <Row extends IdentityRow>(
  chapters: readonly Chapter<Row>[],
  make: (chapter: Chapter<Row>, row: Row) => readonly Unit[],
): Unit[] => {
  const units: Unit[] = [];
  const problems = twins(chapters);
  for (const chapter of chapters)
    for (const row of chapter.rows)
      try {
        units.push(...make(chapter, row));
      } catch (error) {
        const { message } = error as Error;
        const named = message.startsWith('identity ') ? message : `identity "${row.name}": ${message}`;
        problems.push(`${chapter.file}: ${named}`);
      }
  if (problems.length) throw new Error(`the table is refused:\n${problems.join('\n')}`);
  return units;
};

/**
 * Names are the keys of pins and of stored counterexamples: what makes one file name counts as one name.
 * One claim under the same declarations is stated once: a further source belongs to that row.
 */
export const twins = (chapters: readonly Chapter[]): string[] => {
  const names = new Map<string, string>();
  const claims = new Map<string, string>();
  const problems: string[] = [];
  for (const { file, rows } of chapters)
    for (const { name, where, claim, layout } of rows) {
      const here = `${file}: identity "${name}"`;
      const called = names.get(slug(name));
      if (called) problems.push(`${here}: ${called} has this name already; rename one of them`);
      names.set(slug(name), `"${name}" in ${file}`);
      const said = JSON.stringify([where, claim, layout]);
      const says = claims.get(said);
      if (says) problems.push(`${here}: ${says} says the same already; keep one of them, with both sources`);
      claims.set(said, `"${name}" in ${file}`);
    }
  return problems;
};
