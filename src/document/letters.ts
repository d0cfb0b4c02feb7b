// What the parser may ask about letters: what the prose declares, and what the formulas define (F(X) = …, possibly later in the text).

import type { Letters } from '../latex/contract.ts';
import type { Macros } from '../latex/macros.ts';
import type { Font, Span } from '../latex/syntax.ts';
import type { Declaration } from './document.ts';
import { formOf } from './forms.ts';
import type { Letter } from './labels.ts';
import { type Mark, marksOf } from './marks.ts';

/** A left end "F(X) =" or "NLL =": found without parsing, so that it counts before the place where it stands too. */
export interface Head {
  readonly name: string;
  readonly font: Font;
  readonly isFunction: boolean;
  /** Letters written side by side that make one name. */
  readonly isWord: boolean;
}

/** The heads of definitions in a formula: at its start, and behind row breaks, commas and wide spaces. */
export const headsOf = (text: string, content: Span, macros: Macros): Head[] =>
  statements(marksOf(text, content, macros)).flatMap(row => [...headOf(row), ...initials(row)]);

const statements = (marks: readonly Mark[]): Mark[][] => {
  const rows: Mark[][] = [[]];
  let depth = 0;
  for (const m of marks) {
    if (m.kind === 'sign' && /^[([{]$/.test(m.text)) depth++;
    if (m.kind === 'sign' && /^[)\]}]$/.test(m.text)) depth--;
    if (m.kind === 'sign' && (m.text === ';' || (m.text === ',' && depth === 0))) rows.push([]);
    else rows.at(-1)!.push(m);
  }
  return rows.filter(r => r.length > 0);
};

const headOf = (row: readonly Mark[]): Head[] => {
  const start = row.findIndex(
    m => m.kind !== 'sign' || !/^\\(begin|eqalign|label|tag|def|newcommand)$/.test(m.text),
  );
  const marks = row.slice(Math.max(start, 0));
  const form = formOf(marks);
  if (form.kind === 'formula' && form.head) {
    const defines =
      form.parameters.length > 0 &&
      (form.relation === '=' || form.relation === ':=' || form.relation === '≡');
    if (defines) return [named(form.head, true, false)];
    return form.relation === '=' || form.relation === ':=' ? [named(form.head, false, false)] : [];
  }
  return word(marks);
};
const named = (l: Letter, isFunction: boolean, isWord: boolean): Head => ({
  name: l.name,
  font: l.font,
  isFunction,
  isWord,
});

/** "SS(β) =": adjacent letters before brackets around one name; "NLL =": three capitals or more, one of them twice in a row. */
const word = (marks: readonly Mark[]): Head[] => {
  let n = 0;
  while (
    marks[n]?.kind === 'letter' &&
    /^\p{Lu}$/u.test(marks[n]!.text) &&
    (n === 0 || marks[n]!.span.start === marks[n - 1]!.span.end)
  )
    n++;
  const name = marks
    .slice(0, n)
    .map(m => m.text)
    .join('');
  const rest = marks.slice(n, n + 4).map(m => m.text);
  const font = marks[0]?.font ?? 'plain';
  if (
    n >= 2 &&
    rest[0] === '(' &&
    marks[n + 1]?.kind === 'letter' &&
    rest[2] === ')' &&
    (rest[3] === '=' || rest[3] === ':=')
  )
    return [{ name, font, isFunction: true, isWord: true }];
  if (n >= 3 && /(.)\1/.test(name) && (rest[0] === '=' || rest[0] === ':='))
    return [{ name, font, isFunction: false, isWord: true }];
  return [];
};

/** The NLL of ∂NLL/∂w: initials, one of them twice in a row. */
const initials = (marks: readonly Mark[]): Head[] =>
  marks.flatMap((m, i) => {
    if (m.text !== '\\partial') return [];
    let n = i + 1;
    while (marks[n]?.kind === 'letter' && /^\p{Lu}$/u.test(marks[n]!.text)) n++;
    const name = marks
      .slice(i + 1, n)
      .map(l => l.text)
      .join('');
    const raised = marks[n]?.text === '^' || marks[n]?.text === "'";
    return name.length >= 3 && /(.)\1/.test(name) && !raised
      ? [{ name, font: marks[i + 1]!.font, isFunction: false, isWord: true }]
      : [];
  });

export const lettersOf = (declarations: readonly Declaration[], heads: readonly Head[]): Letters => {
  const fonts = new Map<string, Set<Font>>();
  const add = (name: string, font: Font): void => {
    fonts.set(name, (fonts.get(name) ?? new Set()).add(font));
  };
  const functions = new Set<string>();
  const scalars = new Set<string>();
  const shaped = new Set<string>();
  for (const d of declarations) {
    add(d.name, d.font);
    if (d.kind === 'function') functions.add(d.name);
    else if (d.kind === 'scalar' || d.kind === 'dimension' || d.kind === 'index') scalars.add(d.name);
    else if (d.kind || d.rows) shaped.add(d.name);
    for (const f of [...(d.rows ?? []), ...(d.cols ?? [])]) if (typeof f === 'string') scalars.add(f);
  }
  for (const h of heads) {
    if (h.isFunction || h.isWord || /^(?:[fghFGδΔ]|e_\d)$/.test(h.name)) add(h.name, h.font);
    if (h.isFunction && !shaped.has(h.name)) functions.add(h.name);
  }
  const words = [
    ...new Set([...declarations.map(d => d.name), ...heads.filter(h => h.isWord).map(h => h.name)]),
  ].filter(name => /^\p{L}{2,}$/u.test(name.normalize('NFC')));
  return {
    declared: (name, font) => {
      const known = fonts.get(name);
      return known !== undefined && (known.has(font) || known.size > 0);
    },
    words,
    isFunction: name => functions.has(name),
    isScalar: name => scalars.has(name),
  };
};
