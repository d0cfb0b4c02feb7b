// \begin{…} … \end{…}: displays are transparent (their rows are rows of the region), matrices become one item.

import type { Item } from './items.ts';
import type { Reader } from './reader.ts';
import type { Font } from './syntax.ts';
import type { Token } from './tokens.ts';

const DISPLAYS =
  /^(equation|align|aligned|alignat|alignedat|flalign|eqnarray|gather|gathered|multline|multlined|split|displaymath|math|IEEEeqnarray|dmath|subequations|document|center)\*?$/;
const MATRICES = /^([pbBvV]?matrix|smallmatrix|psmallmatrix|bsmallmatrix)\*?$/;

export const environment = (r: Reader, begin: Token, font: Font, out: Item[]): void => {
  const name = r.rawArgument().trim();
  const base = { start: begin.start, end: begin.end, spaced: 'white' as const };
  if (/^(alignat|alignedat)\*?$|^(array|IEEEeqnarray)\*?$/.test(name)) {
    if (r.peek()?.text === '[') skipOptional(r);
    r.rawArgument();
  } else if (/^(aligned|gathered|split)$/.test(name)) skipOptional(r);
  const items = r.nested(begin, () => r.read(font, 'environment'));
  if (items.length === 1 && items[0]?.type === 'bad' && items[0].problem.code === 'T050') {
    out.push(items[0]);
    return;
  }
  let closer: string | null = null;
  if (r.peek()) {
    r.at++;
    closer = r.rawArgument().trim();
  }
  const span = { ...base, end: r.tokens[r.at - 1]?.end ?? begin.end };
  if (closer === null)
    out.push(
      r.bad('T027', begin, `\`\\begin{${name}}\` opened here is never closed`, {
        expected: `\`\\end{${name}}\``,
        fix: `add \`\\end{${name}}\``,
      }),
    );
  else if (closer !== name)
    out.push(
      r.bad('T028', begin, `\`\\begin{${name}}\` is closed by \`\\end{${closer}}\``, {
        fix: `write \`\\end{${name}}\``,
      }),
    );
  if (MATRICES.test(name)) {
    out.push(matrixOf(items, span, /^v/.test(name)));
    if (/^V/.test(name)) out.push(r.bad('P006', begin, 'a norm written as a matrix environment'));
  } else if (name === 'array' || name === 'tabular') {
    if (items.some(i => i.type === 'relation' || i.type === 'connective')) spliceRows(items, out);
    else out.push(matrixOf(items, span, false));
  } else if (/^[dr]?cases\*?$/.test(name)) {
    const isSystem = cells(items).every(
      row => row[0]?.some(i => i.type === 'relation') || row[1]?.[0]?.type === 'relation',
    );
    if (isSystem) spliceRows(items, out);
    else out.push({ ...span, type: 'bad', problem: piecewise(span) });
  } else {
    if (!DISPLAYS.test(name))
      out.push(
        r.bad('T041', begin, `unknown environment \`${name}\``, { expected: 'align, pmatrix, array, …' }),
      );
    spliceRows(items, out);
  }
};

const piecewise = (span: { start: number; end: number }) =>
  ({
    severity: 'error',
    code: 'P004',
    message: 'a definition by cases cannot be judged',
    span: { start: span.start, end: span.end },
    fix: 'state the claim of each case on its own',
  }) as const;

/** Text before and after an environment is on rows of its own. */
const spliceRows = (items: readonly Item[], out: Item[]): void => {
  const last = out.at(-1);
  const [first] = items;
  if (last && last.type !== 'row' && last.type !== 'ampersand' && first && isComplete(out))
    out.push({ type: 'row', start: first.start, end: first.start, spaced: 'none' });
  for (const item of items) out.push(item);
};
/** What stands before the environment is a statement of its own, and not its beginning. */
const isComplete = (out: readonly Item[]): boolean =>
  out.at(-1)?.type !== 'relation' && out.slice(-200).some(i => i.type === 'relation');

const skipOptional = (r: Reader): void => {
  if (r.peek()?.text !== '[' || r.peek(2)?.text !== ']') return;
  if (/^[tbc]$/.test(r.peek(1)?.text ?? '')) r.at += 3;
};

const cells = (items: readonly Item[]): Item[][][] => {
  const rows: Item[][][] = [[[]]];
  for (const item of items) {
    if (item.type === 'row') rows.push([[]]);
    else if (item.type === 'ampersand') rows.at(-1)!.push([]);
    else rows.at(-1)!.at(-1)!.push(item);
  }
  return rows.filter((row, i) => i === 0 || row.some(cell => cell.length > 0));
};

export const matrixOf = (
  items: readonly Item[],
  span: { start: number; end: number; spaced: 'none' | 'white' | 'thin' },
  bars: boolean,
): Item => ({ ...span, type: 'matrix', rows: cells(items), bars });
