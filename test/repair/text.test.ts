// What is offered is read by people and put into files: edited text reads back as the edit that it stands for.

import { expect, test } from 'vitest';
import { chapterNames, loadChapter } from '../../properties/catalogue/table.ts';
import type { Written } from '../../src/elaborate/written.ts';
import type { Statement } from '../../src/expression/judgement.ts';
import { type IdentityRow, identity } from '../../src/index.ts';
import { toUnicode } from '../../src/latex/print.ts';
import type { Syntax } from '../../src/latex/syntax.ts';
import { prove } from '../../src/prove/index.ts';
import { editsOf } from '../../src/repair/edits.ts';
import { sizesIn } from '../../src/repair/places.ts';
import { Author } from '../../src/repair/text.ts';

const ROWS = 11;
const EDITS = 5;

const writtenOf = (row: IdentityRow): Written =>
  identity({ ...row, right: '', slip: '' } as IdentityRow).claims[0]!.readings[0]!.written!;
const read = (row: IdentityRow, claim: string): Statement | string | null => {
  try {
    return writtenOf({ ...row, claim }).statement();
  } catch (error) {
    return String(error);
  }
};
const says = (of: Statement | string | null): string =>
  of === null || typeof of === 'string' ? `${of}` : `${toUnicode(of.lhs)} = ${toUnicode(of.rhs)}`;
/** Brackets among scalars and the names of indices may differ. */
const same = (meant: Statement, found: Statement | string | null): boolean => {
  if (found === null || typeof found === 'string') return false;
  return (
    says(meant) === says(found) || prove({ ...meant, lhs: meant.rhs, rhs: found.rhs }).outcome === 'proved'
  );
};

test.for(chapterNames())('edits of the right sides of %s', async name => {
  const { rows } = await loadChapter(name);
  const wrong = rows
    .filter((_, i) => i % ROWS === 0)
    .flatMap(row => {
      const written = writtenOf(row);
      const { left, right } = written;
      const author = new Author(written.text, [left, right]);
      const claim = (side: Syntax): string => `${author.text(left)} = ${author.text(side)}`;
      // Words beside a formula belong to what it means, and are no part of its sides.
      if (typeof read(row, claim(right)) === 'string') return [];
      const sizes = sizesIn(written.expression(left), written.expression(right));
      const edits = editsOf(right, { expression: s => written.expression(s), other: left, sizes });
      return edits
        .filter((_, i) => i % EDITS === 0)
        .flatMap(({ side }) => {
          const meant = written.statement(left, side);
          const found = read(row, claim(side));
          return meant && !same(meant, found)
            ? [{ text: claim(side), meant: says(meant), found: says(found) }]
            : [];
        });
    });
  expect(wrong).toEqual([]);
});
