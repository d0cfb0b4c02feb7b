// Customs of notation, put in plain terms: D_y beside a definition of D_x, entries a_{ij} of A.

import { piecesOf } from '../latex/operands.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration, Passage } from './document.ts';
import { namesIn, rewrite } from './rewrite.ts';

type Name = Extract<Syntax, { kind: 'name' }>;
const everyName = (chains: readonly Chain[]): Name[] =>
  chains.flatMap(c => c.items.flatMap(piecesOf)).filter((s): s is Name => s.kind === 'name');
const withItems = (p: Passage, change: (item: Syntax) => Syntax): Passage => ({
  ...p,
  chain: { ...p.chain, items: p.chain.items.map(change) },
});

/** D_x = diag(x) defines D_y as well, where y is a letter. */
export const withTemplates = (passages: readonly Passage[]): Passage[] => {
  const names = new Map(everyName(passages.map(p => p.chain)).map(n => [n.name, n]));
  const defined = new Set(
    passages.flatMap(p => (p.role === 'define' ? namesIn(p.chain.items[0]!).slice(0, 1) : [])),
  );
  return passages.flatMap(p => {
    const [head] = p.chain.items;
    const parts = p.role === 'define' && head?.kind === 'name' ? /^([^_]+)_([^_]+)$/.exec(head.name) : null;
    const [, base, label] = parts ?? [];
    if (!label || !p.chain.items[1] || !namesIn(p.chain.items[1]).includes(label)) return [p];
    const others = [...names.values()].filter(
      n => n.name.startsWith(`${base}_`) && !defined.has(n.name) && names.has(n.name.slice(base!.length + 1)),
    );
    return [
      p,
      ...others.map(other => {
        const letter = names.get(other.name.slice(base!.length + 1))!;
        return withItems(p, item =>
          rewrite(item, s => {
            if (s.kind !== 'name' || (s.name !== label && s !== head)) return s;
            return { ...(s === head ? other : letter), span: s.span };
          }),
        );
      }),
    ];
  });
};

/** a_{ij} is an entry of A where A is a letter of the text and a stands nowhere else. */
export const entriesIn = (
  chains: readonly Chain[],
  declarations: readonly Declaration[],
): ((chain: Chain) => Chain) => {
  const capitals = new Map<string, Pick<Name, 'name' | 'font' | 'latex'>>();
  const bare = new Set<string>();
  const below = new Set<Syntax>();
  for (const s of chains.flatMap(c => c.items.flatMap(piecesOf))) if (s.kind === 'subscript') below.add(s.of);
  for (const n of everyName(chains)) {
    if (!below.has(n)) bare.add(n.name);
    if (/^\p{Lu}$/u.test(n.name) && !capitals.has(n.name)) capitals.set(n.name, n);
  }
  for (const d of declarations) {
    bare.add(d.name);
    if (/^\p{Lu}$/u.test(d.name)) capitals.set(d.name, d);
  }
  const entry = (s: Syntax): Syntax => {
    if (s.kind !== 'subscript' || s.subscripts.length !== 2 || s.of.kind !== 'name') return s;
    const { name, span } = s.of;
    const capital = /^[a-z]$/.test(name) && !bare.has(name) ? capitals.get(name.toUpperCase()) : undefined;
    if (!capital) return s;
    return { ...s, of: { kind: 'name', span, name: capital.name, font: capital.font, latex: capital.latex } };
  };
  return chain => ({ ...chain, items: chain.items.map(item => rewrite(item, entry)) });
};
