// Declarations written for a machine: "A: m×n, W: diagonal k×k, x: n, α: scalar, φ: function, K: commutation".

import { dimension } from '../expression/dimension.ts';
import { STRUCTURES, type Structure } from '../expression/symbol.ts';
import { Macros } from '../latex/macros.ts';
import type { Declaration } from './document.ts';
import type { Eigenpair } from './eigenpairs.ts';
import { formOf } from './forms.ts';
import type { Letter } from './labels.ts';
import { marksOf } from './marks.ts';
import type { Size } from './sizes.ts';
import { type Told, VOCABULARY } from './vocabulary.ts';
import { type Entry, isOfPair, pairsOf } from './where-pairs.ts';

const FORM =
  'write "A: m×n, x: n, α: scalar, W: diagonal k×k, X: invertible n×n, φ: function, K: commutation, λ: eigenvalue of A"';

/**
 * Declarations from a list such as "A, B: m×n, W: diagonal k×k".
 * @throws SyntaxError that names the part which is not understood
 */
export const declare = (where: string): Declaration[] => {
  const { declarations, eigenpairs } = declareAll(where);
  if (eigenpairs.length) throw new SyntaxError(`"${where}" declares an eigenvalue, which has no place here`);
  return declarations;
};

/** Declarations, and eigenpairs among them. */
export const declareAll = (where: string): { declarations: Declaration[]; eigenpairs: Eigenpair[] } => {
  const entries: Entry[] = [];
  let names: string[] = [];
  for (const part of where.split(/[,;\n]/)) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(':');
    names.push(colon < 0 ? part : part.slice(0, colon));
    if (colon < 0) continue;
    const said = part.slice(colon + 1).trim();
    for (const name of names) entries.push({ letter: letterOf(name.trim()), said });
    names = [];
  }
  if (names.length) throw new SyntaxError(`nothing is said of "${names.join(',').trim()}": ${FORM}`);
  const twice = entries.find(({ letter: l }, i) =>
    entries.some(({ letter: e }, j) => j < i && e.name === l.name && e.font === l.font),
  );
  if (twice) throw new SyntaxError(`${twice.letter.name} is declared twice in "${where}"`);
  return {
    declarations: entries.filter(e => !isOfPair(e.said)).map(declaration),
    eigenpairs: pairsOf(entries.filter(e => isOfPair(e.said))),
  };
};

const letterOf = (name: string): Letter => {
  if (/^[A-Za-zα-ωΑ-Ω]$/.test(name))
    return { name, font: 'plain', latex: name, span: { start: 0, end: 1 }, indexed: false };
  const form = formOf(marksOf(name, { start: 0, end: name.length }, new Macros()));
  if (form.kind === 'names' && form.letters.length === 1) return { ...form.letters[0]!, latex: name };
  if (/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name))
    return { name, font: 'plain', latex: name, span: { start: 0, end: 0 }, indexed: false };
  throw new SyntaxError(`"${name}" is no letter: ${FORM}`);
};

const declaration = ({ letter, said }: Entry): Declaration => {
  const { name } = letter;
  const structure = new Set<Structure>();
  let told: Told = {};
  let size: Size | null = null;
  const words = said.replaceAll('-', ' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) throw new SyntaxError(`nothing is said of ${name}: ${FORM}`);
  for (let i = 0; i < words.length; ) {
    const row = rowAt(words, i);
    if (row) {
      for (const s of row.told.structure ?? []) structure.add(s);
      told = { ...told, ...row.told };
      i += row.length;
      continue;
    }
    size = sizeOf(words[i]!);
    if (!size) throw new SyntaxError(`"${words[i]}" is not understood in "${name}: ${said}": ${FORM}`);
    i++;
  }
  if (told.unused || told.complex)
    throw new SyntaxError(`"${said}" of ${name} says something that no judge uses: ${FORM}`);
  const square = told.square || [...structure].some(s => SQUARE.has(s));
  const shape = size && shapeOf(size, square, told.kind);
  const kind = told.kind ?? (shape ? kindOf(shape) : undefined);
  return {
    name,
    font: letter.font,
    latex: letter.latex,
    ...(shape && { rows: shape.rows, cols: shape.cols }),
    ...(kind && { kind }),
    ...(square && !shape && { square: true }),
    structure: [...structure],
    ...(told.role && { role: told.role }),
    ...(told.means && { means: told.means }),
    span: { start: 0, end: 0 },
  };
};

const SQUARE: ReadonlySet<Structure> = new Set<Structure>([
  'diagonal',
  'symmetric',
  'skew',
  'orthogonal',
  'invertible',
  'idempotent',
  'permutation',
  'positive-definite',
  'lower-triangular',
  'upper-triangular',
  'toeplitz',
]);
const SINGLE: ReadonlyMap<string, Told> = new Map<string, Told>([
  ...STRUCTURES.map(s => [s.replaceAll('-', ' '), { structure: [s] }] as const),
  ['commutation', { kind: 'matrix', role: 'commutation' }],
  ['zeros', { role: 'zeros' }],
  ['row', { kind: 'row' }],
  ['index', { kind: 'index' }],
  ['dimension', { kind: 'dimension' }],
  ['a', {}],
  ['an', {}],
  ['of', {}],
]);
const rowAt = (words: readonly string[], i: number): { told: Told; length: number } | null => {
  for (let length = 3; length > 0; length--) {
    const text = words.slice(i, i + length).join(' ');
    const told = VOCABULARY.get(text.toLowerCase()) ?? SINGLE.get(text.toLowerCase());
    if (told && words.length >= i + length) return { told, length };
  }
  return null;
};

/** m×n, n, 3, m·n×p, n². */
const sizeOf = (word: string): Size | null => {
  const [rows, cols, ...more] = word.split(/[×*]|(?<=[\p{L}\d])x(?=[\p{L}\d])/u).map(factors);
  if (!rows || more.length || cols === null) return null;
  return cols ? { rows, cols } : { rows };
};
const factors = (written: string): (string | number)[] | null => {
  if (/^[A-Za-z]$/.test(written)) return [written];
  const found: (string | number)[] = [];
  const text = written.replaceAll('·', '');
  if (/\p{L}{3}/u.test(written)) return null;
  for (const [factor = '', power] of [...text.matchAll(/(\d+|\p{L}(?:_\w+)?)([²³])?|[\s\S]/gu)].map(m => [
    m[1],
    m[2],
  ])) {
    if (factor === '') return null;
    const value = /^\d/.test(factor) ? Number(factor) : factor;
    if (value === 0) return null;
    for (let n = power === '³' ? 3 : power === '²' ? 2 : 1; n > 0; n--) found.push(value);
  }
  return found.length ? [...dimension(...found)] : null;
};
const shapeOf = (
  size: Size,
  square: boolean,
  kind: Declaration['kind'],
): { rows: readonly (string | number)[]; cols: readonly (string | number)[] } => {
  const rows = size.rows ?? [];
  if (size.cols) return { rows, cols: size.cols };
  if (kind === 'row') return { rows: [], cols: rows };
  return { rows, cols: square ? rows : [] };
};
const kindOf = (s: {
  rows: readonly unknown[];
  cols: readonly unknown[];
}): NonNullable<Declaration['kind']> =>
  s.cols.length === 0 ? (s.rows.length === 0 ? 'scalar' : 'vector') : s.rows.length === 0 ? 'row' : 'matrix';
