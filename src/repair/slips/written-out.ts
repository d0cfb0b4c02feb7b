// What is written out: the terms of a product of sums, the indices of an entry. For repairs only, like the factors.

import type { Syntax } from '../../latex/syntax.ts';
import { bare, exponentOf, keyOf, power, product, sum, type Term } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

const MOST_TERMS = 8;

/** (A − B)(A + B), (A + B)²: their factors, each as its terms; null where fewer than two are sums. */
const sumsIn = (s: Syntax): readonly (readonly Term[])[] | null => {
  const of = bare(s);
  const k = of.kind === 'power' && !of.entrywise ? exponentOf(of) : null;
  const repeated = of.kind === 'power' && k !== null && k > 1 && k <= MOST_TERMS;
  const factors = repeated ? new Array<Syntax>(k).fill(of.of) : of.kind === 'product' ? of.factors : [];
  const terms = factors.map(f => {
    const factor = bare(f);
    return factor.kind === 'sum' ? factor.terms : [{ negative: false, of: factor }];
  });
  return terms.filter(t => t.length > 1).length > 1 ? terms : null;
};

/** A A B → A² B. */
const withPowers = (factors: readonly Syntax[]): Syntax => {
  const runs: Syntax[][] = [];
  for (const f of factors) {
    const last = runs.at(-1);
    if (last && keyOf(last[0]!) === keyOf(f)) last.push(f);
    else runs.push([f]);
  }
  return product(...runs.map(run => power(run[0]!, run.length)));
};

/** Every term of the other side's product of sums. */
const expanded = ({ parent, about }: Place): readonly Syntax[] => {
  const sums = parent === null && sumsIn(about.other);
  if (!sums || sums.reduce((count, terms) => count * terms.length, 1) > MOST_TERMS) return [];
  let picked: { negative: boolean; factors: Syntax[] }[] = [{ negative: false, factors: [] }];
  for (const terms of sums)
    picked = picked.flatMap(({ negative, factors }) =>
      terms.map(t => ({ negative: negative !== t.negative, factors: [...factors, bare(t.of)] })),
    );
  return [sum(...picked.map(({ negative, factors }) => ({ negative, of: withPowers(factors) })))];
};

export const WRITTEN_OUT: readonly Slip[] = [
  { name: 'terms of a product of sums', weight: 1.2, at: expanded },
  {
    name: 'indices swapped',
    weight: 1.1,
    at: on('subscript', s =>
      s.subscripts.length === 2
        ? [{ ...s, subscripts: s.subscripts.toReversed(), origin: s.origin ?? s }]
        : [],
    ),
  },
];
