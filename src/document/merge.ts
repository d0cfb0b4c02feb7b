// What was said of letters, joined: one declaration a letter. What contradicts itself is told, with both places, and not used.

import type { Dimension } from '../expression/dimension.ts';
import { identical } from '../expression/dimension.ts';
import type { Structure } from '../expression/symbol.ts';
import type { Problem } from '../latex/problem.ts';
import type { Span } from '../latex/syntax.ts';
import type { Said } from './declarations.ts';
import { type Declaration, position } from './document.ts';
import { type Version, versionName } from './scopes.ts';
import type { Size } from './sizes.ts';

interface Shape {
  readonly rows: Dimension;
  readonly cols: Dimension;
  readonly span: Span;
}
interface Draft {
  readonly said: Said;
  /** Its name in the document: another one for a later meaning of the same letter. */
  readonly name: string;
  shape: Shape | null;
  contradicted: boolean;
  kind?: Declaration['kind'];
  role?: Declaration['role'];
  means?: string;
  square: boolean;
  /** Only the members were spoken of. */
  family: boolean;
  structure: Set<Structure>;
  unitSum: boolean;
  unused: Set<string>;
  same: number | null;
}
export interface Merged {
  readonly declarations: readonly Declaration[];
  readonly versions: readonly Version[];
  readonly problems: readonly Problem[];
}

export interface Around {
  readonly text: string;
  readonly variables: readonly string[];
  /** The texts of all formulas: a new dimension takes a letter that none of them has. */
  readonly formulas: readonly string[];
  /** Where the formulas begin. */
  readonly starts: readonly number[];
  /** Where displays begin. */
  readonly displays: readonly number[];
}

export const merge = (all: readonly Said[], around: Around): Merged => {
  const drafts: Draft[] = [];
  const current = new Map<string, Draft>();
  const versions: Version[] = [];
  const problems: Problem[] = [];
  const renewed = new Map<number | undefined, boolean>([[undefined, false]]);
  for (const said of all) {
    const { letter, phrase } = said;
    if (letter.name === 'I' || letter.name.startsWith('I_')) continue;
    const key = `${letter.font} ${letter.name}`;
    const known = current.get(key);
    if (!renewed.has(said.same)) {
      const group = all
        .filter(s => s.same === said.same)
        .map(s => current.get(`${s.letter.font} ${s.letter.name}`));
      renewed.set(said.same, group.every(d => d && isBehind(d, said, around)) && differ(group, phrase));
    }
    const again = known && (renewed.get(said.same) || isAnother(known, said, around));
    const first = said.until !== null && !known && isFirst(said, around);
    if (said.until !== null && !again && !first) continue;
    const n = versions.filter(v => v.name === letter.name).length + 2;
    const draft: Draft =
      known && !again
        ? known
        : {
            said,
            name: again ? versionName(letter.name, n) : letter.name,
            shape: again && !phrase.size && !renewed.get(said.same) ? narrowed(known.shape, phrase) : null,
            contradicted: false,
            square: false,
            family: true,
            structure: new Set(again && !phrase.size && !phrase.general ? known.structure : []),
            unitSum: false,
            unused: new Set(),
            same: null,
            ...(again && known.kind && { kind: known.kind }),
          };
    if (again)
      versions.push({
        name: letter.name,
        as: draft.name,
        from: said.sentence,
        until: said.until ?? Infinity,
      });
    if (draft !== known) drafts.push(draft);
    if (said.until === null || first) current.set(key, draft);
    if (phrase.kind && (!draft.kind || draft.kind === 'vector')) draft.kind = phrase.kind;
    if (phrase.role && draft.role !== 'ones') draft.role = phrase.role;
    if (phrase.means) draft.means = phrase.means;
    draft.square ||= phrase.square;
    draft.unitSum ||= phrase.unitSum ?? false;
    draft.family &&= said.family;
    if (said.same !== undefined) draft.same = said.same;
    for (const s of phrase.structure) draft.structure.add(s);
    for (const word of phrase.unused ?? []) draft.unused.add(word);
    if (phrase.size) stated(around.text, draft, said, phrase.size, problems);
  }
  shareSizes(drafts, around.formulas);
  return { declarations: drafts.map(d => declared(d, around.variables)), versions, problems };
};

/** "If A has full column rank, …" in front of everything that is said of A: so it is in all of the text. */
const isFirst = ({ letter, span }: Said, { formulas, starts }: Around): boolean =>
  !formulas.some(
    (f, i) =>
      starts[i]! < span.start &&
      (letter.latex.startsWith('\\') ? f : f.replace(/\\[a-zA-Z]+/g, ' ')).includes(letter.latex),
  );

/** Said anew behind formulas that used the letter as it was before: another shape, or more structure. */
const isAnother = (known: Draft, said: Said, around: Around): boolean => {
  const { phrase } = said;
  const squared = phrase.square && known.shape !== null && !isSquare(known.shape);
  const narrower = squared || phrase.structure.some(s => !known.structure.has(s));
  if (said.until !== null) return narrower && !phrase.size;
  if (!isBehind(known, said, around)) return false;
  if (phrase.general && phrase.noun && known.structure.size > 0) return true;
  const shape = phrase.size && shapeOf(phrase.size, known, said);
  const other =
    shape &&
    known.shape &&
    !(identical(known.shape.rows, shape.rows) && identical(known.shape.cols, shape.cols));
  return other || narrower;
};

/** "Let … be …", behind a display that used the letter as it was. */
const isBehind = (known: Draft, said: Said, { displays }: Around): boolean =>
  said.anew && displays.some(at => at > known.said.span.end && at < said.span.start);
/** "Let A, B be (any) matrices of the same size", where they are not, or need not be what they were. */
const differ = (group: readonly (Draft | undefined)[], { general }: Said['phrase']): boolean => {
  const shapes = group.map(d => d?.shape);
  const [first] = shapes;
  const isSame = (s: Shape): boolean =>
    !!first && identical(s.rows, first.rows) && identical(s.cols, first.cols);
  return general === true || !shapes.every(s => s && isSame(s));
};

const isSquare = (s: Shape): boolean => identical(s.rows, s.cols);
/** "for square K", "when K is nonsingular": its columns are as many as its rows. */
const narrowed = (shape: Shape | null, phrase: Said['phrase']): Shape | null =>
  shape && (phrase.square || phrase.structure.some(s => s === 'invertible' || s === 'symmetric'))
    ? { ...shape, cols: shape.rows }
    : shape;

/** A size said of a letter: kept, or told to be inexpressible or to contradict an earlier one. */
const stated = (text: string, draft: Draft, said: Said, size: Size, problems: Problem[]): void => {
  const { letter } = said;
  if (size.rows === null || size.cols === null) {
    draft.kind ??= size.cols === undefined ? 'vector' : 'matrix';
    problems.push({
      severity: 'note',
      code: 'D003',
      message: `the size of ${letter.name} is no product of letters and numbers, so its shape is inferred instead`,
      span: said.span,
      fix: 'give the size a letter of its own',
    });
    return;
  }
  const shape = shapeOf(size, draft, said);
  if (!shape) return;
  const known = draft.shape;
  if (!known || draft.contradicted) {
    if (!draft.contradicted) draft.shape = shape;
    return;
  }
  if (identical(known.rows, shape.rows) && identical(known.cols, shape.cols)) return;
  const [first, second] = [known, shape].map(s => position(text, s.span.start));
  draft.contradicted = true;
  if (known.rows.length && known.cols.length) draft.kind ??= 'matrix';
  draft.shape = null;
  problems.push({
    severity: 'error',
    code: 'D001',
    message: `${letter.name} is declared ${shapeText(known)} at ${first!.line}:${first!.column} and ${shapeText(shape)} at ${second!.line}:${second!.column}`,
    span: said.span,
    note: 'neither is used: the shape is inferred from the formulas',
    fix: 'use two letters, or correct one of the two',
  });
};
/** A single size is the length of a vector, or the size of a square matrix; of an unknown capital letter it says nothing. */
const shapeOf = ({ rows, cols }: Size, draft: Draft, said: Said): Shape | null => {
  if (rows === null || cols === null) return null;
  const { span } = said;
  if (cols !== undefined) return { rows, cols, span };
  const kind = draft.kind ?? said.phrase.kind;
  if (kind === 'matrix' || draft.square) return { rows, cols: rows, span };
  if (kind === 'row') return { rows: [], cols: rows, span };
  return kind === undefined && /^\p{Lu}/u.test(said.letter.name) ? null : { rows, cols: [], span };
};
const shapeText = (s: Shape): string => [s.rows, s.cols].map(d => (d.length ? d.join('·') : '1')).join('×');

/** Letters "of the same size" share the size of one of them, or a new one. */
const shareSizes = (drafts: readonly Draft[], formulas: readonly string[]): void => {
  const groups = new Map<number, Draft[]>();
  for (const d of drafts) if (d.same !== null) groups.set(d.same, [...(groups.get(d.same) ?? []), d]);
  if (groups.size === 0) return;
  const used = new Set(
    formulas
      .join(' ')
      .replace(/\\[a-zA-Z]+/g, ' ')
      .match(/\p{L}/gu),
  );
  const fresh = (): Dimension => {
    const name = [...'nmpqkrsl'].find(l => !used.has(l)) ?? `n_${used.size}`;
    used.add(name);
    return [name];
  };
  for (const group of groups.values()) {
    const known = group.find(d => d.shape)?.shape;
    const square = group.some(d => d.square || d.structure.has('symmetric') || d.structure.has('invertible'));
    const vector = group.every(d => d.kind === 'vector');
    const rows = known?.rows ?? fresh();
    const cols = known?.cols ?? (vector ? [] : square ? rows : fresh());
    for (const d of group) if (!d.shape && !d.contradicted) d.shape = { rows, cols, span: d.said.span };
  }
};

/** What no vector and no long matrix can be: in "x ∈ ℝⁿ, B ∈ ℝᵐˣⁿ and A ∈ ℝⁿˣⁿ symmetric and invertible" it is said of A alone. */
const OF_MATRICES: readonly Structure[] = [
  'symmetric',
  'skew',
  'invertible',
  'positive-definite',
  'idempotent',
  'lower-triangular',
  'upper-triangular',
  'toeplitz',
];
/** "Orthogonal" is a square matrix; of vectors, or of a matrix that is not square, it says something else. */
const settle = (d: Draft, kind: Declaration['kind'] | undefined): void => {
  const isVector = kind === 'vector' || kind === 'row';
  const isLong = d.shape !== null && !isSquare(d.shape);
  for (const structure of OF_MATRICES) {
    if (isVector || isLong) d.unused.delete(`${structure}, perhaps`);
    const said = (isVector || isLong) && d.structure.delete(structure);
    if (said && isVector) d.unused.add(structure);
  }
  if ((isVector || isLong || kind === 'scalar') && d.structure.delete('orthogonal'))
    d.unused.add('orthogonal');
};
const declared = (d: Draft, variables: readonly string[]): Declaration => {
  const { letter } = d.said;
  const { shape } = d;
  const isFunction = d.kind === 'function' || d.means !== undefined || (d.role === 'elementwise' && !shape);
  const kind = isFunction ? 'function' : (kindOf(shape) ?? d.kind);
  settle(d, kind);
  const ones = /^[01]$/.test(letter.name) ? (letter.name === '1' ? 'ones' : 'zeros') : undefined;
  const role = d.role === 'constant' && variables.includes(letter.name) ? undefined : (d.role ?? ones);
  return {
    name: d.name,
    font: letter.font,
    latex: letter.latex,
    ...(shape && !isFunction && { rows: shape.rows, cols: shape.cols }),
    ...(kind && { kind }),
    ...(d.family && shape && { family: true }),
    ...(d.square && !shape && { square: true }),
    structure: isFunction || d.role === 'commutation' ? [] : [...d.structure],
    ...(role && { role }),
    ...(d.unitSum && kind !== 'matrix' && { unitSum: true }),
    ...(d.means && { means: d.means }),
    ...(d.unused.size && { unused: [...d.unused] }),
    span: letter.span,
  };
};
const kindOf = (s: Shape | null): Declaration['kind'] | null => {
  if (!s) return null;
  if (s.cols.length === 0) return s.rows.length === 0 ? 'scalar' : 'vector';
  return s.rows.length === 0 ? 'row' : 'matrix';
};
