// Definitions that speak of more letters than one: D_x = diag(x) of D_y as well, a^{(l)} = σ(z^{(l)}) of a^{(L)}.

import type { Syntax } from '../latex/syntax.ts';
import type { Passage } from './document.ts';
import { namesOf } from './idioms.ts';
import { namesIn, rewrite } from './rewrite.ts';

const withItems = (p: Passage, change: (item: Syntax) => Syntax): Passage => ({
  ...p,
  chain: { ...p.chain, items: p.chain.items.map(change) },
});

/** D_x = diag(x) defines D_y as well, where y is a letter. */
export const withTemplates = (passages: readonly Passage[]): Passage[] => {
  const names = new Map(namesOf(passages.map(p => p.chain)).map(n => [n.name, n]));
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

/** a^{(l)} = σ(z^{(l)}) defines a^{(L)} and a^{(2)} as well, with everything that its body says of l. */
export const withLayers = (passages: readonly Passage[]): Passage[] => {
  const names = namesOf(passages.map(p => p.chain));
  const heads = new Set(
    passages.flatMap(p => (p.role === 'define' ? namesIn(p.chain.items[0]!).slice(0, 1) : [])),
  );
  const used = new Map(names.flatMap(n => [[n.name, labelOf(n.name)] as const]));
  return passages.flatMap(p => {
    const [head] = p.chain.items;
    const own = p.role === 'define' && head?.kind === 'name' ? labelOf(head.name) : null;
    if (own?.offset !== 0 || !/^\p{Ll}$/u.test(own.letter)) return [p];
    const others = [...used].flatMap(([name, label]) =>
      label && label.base === own.base && label.letter !== own.letter && !heads.has(name) ? [label] : [],
    );
    return [p, ...others.map(other => withItems(p, item => rewrite(item, s => moved(s, own.letter, other))))];
  });
};

interface Label {
  readonly base: string;
  readonly letter: string;
  readonly offset: number;
}
/** The L and −1 of a^{(L−1)}; a number is one letter. */
const labelOf = (name: string): Label | null => {
  const [, base, letter, offset] = /^(.+)\^\((\p{L}|\d+)([+-]\d+)?\)$/u.exec(name) ?? [];
  return base && letter ? { base, letter, offset: Number(offset ?? 0) } : null;
};
/** A name of layer l, at another layer. */
const moved = (s: Syntax, from: string, { letter, offset }: Label): Syntax => {
  const label = s.kind === 'name' ? labelOf(s.name) : null;
  if (s.kind !== 'name' || label?.letter !== from) return s;
  const shift = label.offset + offset;
  const at = /^\d/.test(letter)
    ? `${Number(letter) + shift}`
    : `${letter}${shift ? (shift > 0 ? '+' : '') + shift : ''}`;
  return { ...s, name: `${label.base}^(${at})`, latex: s.latex.replace(/\^[\s\S]*$/, `^{(${at})}`) };
};
