// Letters that change their meaning: "Now let X be m×n", "If A is symmetric, …", "let f(x) = …" a second time.
//   from there on (or within that sentence) the letter gets a name of its own, and so does everything defined by it before

import type { Syntax } from '../latex/syntax.ts';
import type { Passage } from './document.ts';
import { headName } from './knowledge.ts';
import { namesIn, rewrite } from './rewrite.ts';

/** A letter's second, third, … meaning, in [from, until). */
export interface Version {
  readonly name: string;
  readonly as: string;
  readonly from: number;
  readonly until: number;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** "X⁽²⁾" for the second X. */
export const versionName = (name: string, n: number): string =>
  `${name}⁽${[...`${n}`].map(d => SUPERSCRIPTS[Number(d)]).join('')}⁾`;

/** `fresh` are definitions that give a letter in use another meaning from there on. */
export const scoped = (
  passages: readonly Passage[],
  versions: readonly Version[],
  fresh: ReadonlySet<Passage>,
): Passage[] => {
  const out: Passage[] = [];
  const definitions: { name: string; passage: Passage; text: string }[] = [];
  const counts = new Map<string, number>();
  let active: Version[] = [];
  const next = (name: string): string => {
    const n = (counts.get(name) ?? 1) + 1;
    counts.set(name, n);
    return versionName(name, n);
  };
  const pending = [...versions].sort((a, b) => a.from - b.from);
  for (const v of versions) counts.set(v.name, (counts.get(v.name) ?? 1) + 1);
  for (const passage of passages) {
    const at = passage.span.start;
    active = active.filter(v => v.until > at);
    while (pending[0] && pending[0].from <= at) {
      const version = pending.shift()!;
      if (version.until <= at) continue;
      active = [...active.filter(v => v.name !== version.name), version];
      const names = new Set([version.name]);
      for (const d of [...definitions]) {
        const uses = d.passage.chain.items.some(item =>
          namesIn(item).some(n => n !== d.name && names.has(n)),
        );
        if (!uses || names.has(d.name)) continue;
        names.add(d.name);
        active = [...active.filter(v => v.name !== d.name), { ...version, name: d.name, as: next(d.name) }];
        out.push({ ...renamed(d.passage, active), role: 'define', display: false });
      }
    }
    const head = headOf(passage);
    if (
      head !== null &&
      fresh.has(passage) &&
      definitions.findLast(d => d.name === head)?.text !== shown(passage)
    )
      active = [
        ...active.filter(v => v.name !== head),
        { name: head, as: next(head), from: at, until: Number.POSITIVE_INFINITY },
      ];
    if (head !== null && passage.role === 'define')
      definitions.push({ name: head, passage, text: shown(passage) });
    out.push({ ...renamed(passage, active), scope: active.length });
  }
  return out;
};

const headOf = ({ chain, role }: Passage): string | null =>
  role === 'define' && chain.items[0] ? headName(chain.items[0]) : null;
/** What a definition says, to tell a repetition from another definition. */
const shown = ({ chain }: Passage): string =>
  JSON.stringify(chain.items.slice(0, 2), (key, value) =>
    key === 'span' || key === 'latex' ? undefined : typeof value === 'bigint' ? `${value}` : value,
  );

const renamed = (passage: Passage, active: readonly Version[]): Passage => {
  if (active.length === 0) return passage;
  const names = new Map(active.map(v => [v.name, v.as]));
  return {
    ...passage,
    chain: { ...passage.chain, items: passage.chain.items.map(item => rename(item, names)) },
  };
};
const rename = (s: Syntax, names: ReadonlyMap<string, string>): Syntax =>
  rewrite(s, piece => {
    if (piece.kind === 'name') return { ...piece, name: names.get(piece.name) ?? piece.name };
    return piece.kind === 'call' ? { ...piece, fn: names.get(piece.fn) ?? piece.fn } : piece;
  });

/** Calls of a declared function with a name of its own ("σ is the sigmoid") become calls of that. */
export const withMeanings = (passages: readonly Passage[], means: ReadonlyMap<string, string>): Passage[] =>
  means.size === 0
    ? [...passages]
    : passages.map(p => ({
        ...p,
        chain: {
          ...p.chain,
          items: p.chain.items.map(item =>
            rewrite(item, piece =>
              piece.kind === 'call' ? { ...piece, fn: means.get(piece.fn) ?? piece.fn } : piece,
            ),
          ),
        },
      }));
