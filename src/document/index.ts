// The reader: text → document. Never throws on any text; what is not understood is told, with its place.

import { collectMacros, parseMathematics } from '../latex/index.ts';
import type { Problem } from '../latex/problem.ts';
import { assume } from './assumed.ts';
import { conventionsOf } from './conventions.ts';
import { withLayers, withTemplates } from './customs.ts';
import { sayingsOf } from './declarations.ts';
import type { Declaration, Document } from './document.ts';
import { headsOf, lettersOf } from './letters.ts';
import { withListed } from './listed.ts';
import { membersIn } from './members.ts';
import { merge } from './merge.ts';
import { readNotebook } from './notebook.ts';
import { passagesOf } from './passages.ts';
import { atomsOf } from './prose.ts';
import { scan } from './regions.ts';
import { scoped, withMeanings } from './scopes.ts';
import { singleEntriesOf } from './single-entries.ts';
import { spokenOf, withRows } from './spoken.ts';
import { withSupposed } from './supposed.ts';
import { withUnheard } from './unheard.ts';
import { declare, declareAll } from './where.ts';

export { placeOf } from './notebook.ts';
export { declare };

export interface ReadOptions {
  readonly path?: string;
  readonly format?: 'markdown' | 'latex' | 'notebook' | 'text';
}

/** Reads a document. The format is taken from the path: .tex is LaTeX, .ipynb a notebook, all else Markdown or plain text. */
export const read = (source: string, options: ReadOptions = {}): Document => {
  const path = options.path ?? '';
  const format =
    options.format ??
    (/\.(tex|ltx)$/i.test(path) ? 'latex' : /\.ipynb$/i.test(path) ? 'notebook' : 'markdown');
  const notebook = format === 'notebook' ? readNotebook(source) : null;
  const text = notebook ? notebook.text : source.replace(/^\uFEFF/, ' ');
  const hopeless = notebook?.problems.length ? notebook.problems : unreadableText(text);
  if (hopeless.length) return { ...empty(path, text), problems: hopeless };
  const document = readText(text, path, format === 'latex' ? 'latex' : 'markdown');
  return notebook ? { ...document, cells: notebook.cells } : document;
};

const readText = (text: string, path: string, format: 'markdown' | 'latex'): Document => {
  const scanned = scan(text, format);
  // Expansion has fuel; what is spent on looking for declarations is not missing when formulas are parsed.
  const short = collectMacros(text).macros;
  const contents = scanned.regions.map(r => text.slice(r.content.start, r.content.end));
  const atoms = atomsOf(text, scanned.masked, scanned.regions, short);
  const sayings = sayingsOf(atoms);
  const stated = conventionsOf(atoms, contents);
  const spoken = spokenOf(atoms, contents);
  const merged = merge(sayings.said, {
    text,
    variables: sayings.variables,
    formulas: contents,
    starts: scanned.regions.map(r => r.content.start),
    displays: scanned.regions.filter(r => r.display).map(r => r.outer.start),
  });
  const heads = scanned.regions.flatMap(r => headsOf(text, r.content, short));
  const assumed = assume(merged.declarations, heads, contents, scanned.regions);
  const declarations = withUnheard(
    [...merged.declarations.filter(d => !assumed.names.has(d.name)), ...assumed.declarations],
    text,
  );
  const { macros, problems: macroProblems } = collectMacros(text);
  const signs = {
    ...stated.signs,
    singleEntries: singleEntriesOf(text, scanned.regions),
    spectral: SPECTRAL.test(text),
    spelledOut: scanned.isBare ?? false,
  };
  const context = { macros, letters: lettersOf(declarations, heads), conventions: signs };
  const members = membersIn(atoms);
  const made = passagesOf({
    text,
    atoms,
    variables: sayings.variables,
    declarations,
    blocks: sayings.blocks,
    complex: sayings.complex,
    members,
    layouts: stated.layouts,
    parse: span => parseMathematics(text, span, context),
    lost: span => headsOf(text, span, short).map(h => h.name),
  });
  const passages = spoken.byRows ? withRows(made.passages) : made.passages;
  const nothing: readonly Problem[] = scanned.regions.length ? [] : [noMathematics];
  return {
    path,
    text,
    declarations: withListed(withSupposed(declarations, made.supposed), made.listings),
    passages: withMeanings(
      withLayers(withTemplates(scoped(passages, merged.versions, made.fresh))),
      meanings(declarations),
    ),
    unreadable: made.unreadable,
    members: [...members, ...made.listings.flatMap(l => l.members ?? [])],
    eigenpairs: made.eigenpairs,
    worded: sayings.worded,
    variables: [...new Set(sayings.variables)],
    layout: stated.layouts.length === 1 && !manyVoices(scanned.masked) ? stated.layouts[0]!.layout : null,
    conventions: { entrywise: stated.entrywise, primesGuessed: stated.primesGuessed, ...spoken },
    problems: [
      ...scanned.problems,
      ...merged.problems,
      ...assumed.problems,
      ...macroProblems,
      ...made.problems,
      ...nothing,
    ],
  };
};

const SPECTRAL = /\beigen|\bsingular (?:value|vector)|\bspectr(?:al|um)\b/i;

const meanings = (declarations: readonly Declaration[]): Map<string, string> =>
  new Map(declarations.flatMap(d => (d.means ? [[d.name, d.means] as const] : [])));

/** "The answer:" after a question: each may have its own layout. */
const manyVoices = (masked: string): boolean =>
  /\b(?:the|an|one|another) (?:answer|reply)\b[^.\n]{0,40}:/i.test(masked);

/**
 * A document that holds one formula and the declarations of `where`: a row of the catalogue.
 * @throws SyntaxError when `where` is not understood; what is wrong with the formula is told in the document
 */
export const readClaim = (claim: string, where: string): Document => {
  const { declarations, eigenpairs } = declareAll(where);
  const dollars = /^\s*(\$\$?)([\s\S]*)\1\s*$/.exec(claim);
  const start = dollars ? claim.indexOf(dollars[1]!) + dollars[1]!.length : 0;
  const span = { start, end: start + (dollars ? dollars[2]!.length : claim.length) };
  const { macros, problems } = collectMacros(claim);
  const whole = { outer: { start: 0, end: claim.length }, content: span, display: true, broken: null };
  const conventions = {
    ...UNSAID,
    singleEntries: singleEntriesOf(claim, [whole]),
    spectral: true,
  };
  const parsed = parseMathematics(claim, span, { macros, letters: lettersOf(declarations, []), conventions });
  return {
    ...empty('', claim),
    declarations,
    eigenpairs,
    passages: parsed.chains.map(({ chain }) => ({
      span: chain.span,
      display: true,
      chain,
      role: 'claim',
      scope: 0,
    })),
    unreadable: parsed.failures,
    problems: [...problems, ...parsed.problems],
  };
};

/** What signs mean where no prose says more. */
const UNSAID = conventionsOf([], []).signs;

const empty = (path: string, text: string): Document => ({
  path,
  text,
  declarations: [],
  passages: [],
  unreadable: [],
  variables: [],
  layout: null,
  conventions: { entrywise: false },
  problems: [],
});

const error = (code: string, message: string, fix: string, at = 0): Problem => ({
  severity: 'error',
  code,
  message,
  span: { start: at, end: at },
  fix,
});
const unreadableText = (text: string): readonly Problem[] => {
  const zero = text.indexOf('\0');
  if (zero >= 0)
    return [
      error(
        'F004',
        'this is no text: it holds a zero byte',
        'give a text file: Markdown, LaTeX or plain text in UTF-8',
        zero,
      ),
    ];
  if (text.trim() === '')
    return [
      error('F005', 'this document is empty', 'write a derivation, with its formulas between $…$ or $$…$$'),
    ];
  return [];
};
const noMathematics = error(
  'F007',
  'there is no formula in this document',
  'put formulas between $…$ or $$…$$ (or \\(…\\), \\[…\\], \\begin{align}…), or each on a line of its own',
);
