// What no tuple of operators says: index notation, Σ_i Σ_j … of entries, each times the unit vectors of its open places.

import * as make from '../expression/build.ts';
import { children, type Expression, type NamedIndex } from '../expression/expression.ts';
import { Beyond } from '../prove/network.ts';
import type { Network } from './pieces.ts';
import { chain, kronecker, transposed } from './tidy.ts';

const LETTERS = [...'ijlpqrstuvabcdgh'];

/** The network, its scalars in front left out, as a sum over all of its indices. @throws Beyond when letters run out */
export const inIndices = ({ edges, vertices, dims, rows, cols }: Network): Expression => {
  const taken = new Set([...dims.map(String), ...[...edges, ...vertices].flatMap(p => lettersOf(p.of))]);
  const letters = LETTERS.filter(l => !taken.has(l));
  const indices = new Map<number, NamedIndex>();
  for (const i of [...rows, ...cols, ...edges.flatMap(e => e.legs), ...vertices.map(v => v.leg)]) {
    const name = letters[indices.size];
    if (name === undefined && !indices.has(i)) throw new Beyond('more indices than there are letters');
    if (!indices.has(i)) indices.set(i, { name: name!, dim: dims[i]! });
  }
  const at = (i: number): NamedIndex => indices.get(i)!;
  const entries = [
    ...edges.map(({ of, legs: [r, c] }) => make.entry(of, at(r), at(c))),
    ...vertices.map(({ of, leg }) => make.entry(of, at(leg), 1)),
  ];
  const place = (of: readonly number[]): Expression | null =>
    of.length ? of.map((i): Expression => make.unit([dims[i]!], at(i))).reduce(kronecker) : null;
  const [left, right] = [place(rows), place(cols)];
  const units = [...(left ? [left] : []), ...(right ? [transposed(right)] : [])];
  const scalar = entries.length ? entries.reduce((a, b) => make.scale(a, b)) : make.number(1);
  const body = units.length ? make.scale(scalar, chain(...units)) : scalar;
  return [...indices.values()].reduceRight((of, index) => make.sumOver(index, of), body);
};
const lettersOf = (e: Expression): string[] => [
  ...(e.op === 'symbol' ? [e.symbol.name] : e.op === 'sum' ? [e.index.name] : []),
  ...children(e).flatMap(lettersOf),
];
