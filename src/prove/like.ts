// Like terms found by canonical labelling: the matching that the kernel will check. Search code.

import { type Canonical, canonical } from './canonical.ts';
import type { Bijection, Class, Matching } from './matching.ts';
import type { Term } from './network.ts';

const inverted = (positions: readonly number[]): number[] => {
  const at: number[] = new Array(positions.length);
  positions.forEach((p, i) => {
    at[p] = i;
  });
  return at;
};

/** From one term to another one with the same key. */
export const bijection = (from: Canonical, to: Canonical): Bijection => {
  const nodes = inverted(to.nodes);
  const indices = inverted(to.indices);
  return { nodes: from.nodes.map(p => nodes[p]!), indices: from.indices.map(p => indices[p]!) };
};

/** A term without its coefficient as it is written: terms that agree in it are labelled once. */
const written = ({ indices, nodes, rows, cols, named }: Term): string =>
  `${indices}|${rows}|${cols}|${named}|${nodes.map(n => `${n.atom.id}:${n.legs}`).join(' ')}`;

/** Groups terms by their canonical form. @throws Beyond when labelling grows beyond its budget */
export const matchingOf = (terms: readonly Term[]): Matching => {
  const labelled = new Map<string, Canonical>();
  const labelOf = (t: Term): Canonical => {
    const key = written(t);
    const known = labelled.get(key);
    if (known) return known;
    const form = canonical(t);
    labelled.set(key, form);
    return form;
  };
  const classes = new Map<string, { first: Canonical; members: Class['members'][number][]; of: number }>();
  terms.forEach((t, term) => {
    const form = labelOf(t);
    const known = classes.get(form.key);
    const first = known?.first ?? form;
    const member = { term, ...bijection(form, first) };
    if (known) known.members.push(member);
    else classes.set(form.key, { first, members: [member], of: term });
  });
  return [...classes.values()].map(({ first, members, of }) => ({
    representative: of,
    members,
    ...(first.odd ? { odd: first.odd } : {}),
  }));
};
