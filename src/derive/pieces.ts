// Networks shrink: closed indices with two matrices on them become products, parallel matrices become ⊙, closed parts scalars.
//   a piece is an expression with at most two legs; of a vector on an index there may be several
//   what is left has closed indices only where three or more matrices meet

import * as make from '../expression/build.ts';
import type { Dimension, Factor } from '../expression/dimension.ts';
import { isColumn, isUnit, shape } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { isDiagonal } from '../prove/board.ts';
import { Beyond, type Node, type Term } from '../prove/network.ts';
import { compareLength, shortest } from './measure.ts';
import { multiplied, NOTHING, type Scaled, scaled } from './scaled.ts';
import { chain, diag, diagonal, form, hadamard, trace, transposed } from './tidy.ts';

/** A matrix of the sizes of its two indices. */
export interface Edge {
  readonly legs: readonly [number, number];
  readonly of: Expression;
}
/** A column on an index; `diagonal` holds the same entries on the diagonal of a matrix, where that is how they are written. */
export interface Vertex {
  readonly leg: number;
  readonly of: Expression;
  readonly diagonal?: Expression;
}
export interface Network {
  readonly front: Scaled;
  readonly edges: readonly Edge[];
  readonly vertices: readonly Vertex[];
  readonly dims: readonly Factor[];
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}

export const dimOf = (n: Network, index: number): Dimension => [n.dims[index]!];

/** A term as pieces, shrunk as far as it goes. `meaning` says what its symbols are. @throws Beyond */
export const network = (t: Term, meaning: (s: Sym, direction: boolean) => Expression): Network => {
  if (t.named.length) throw new Beyond('a free index');
  const edges: Edge[] = [];
  const vertices: Vertex[] = [];
  let front: Scaled = { ...NOTHING, coefficient: t.scalar, over: t.sizes.map(name => make.size([name])) };
  for (const node of t.nodes) {
    const of = pieceOf(node, t, meaning);
    if (of.legs.length === 2) edges.push({ legs: [of.legs[0]!, of.legs[1]!], of: of.of });
    else if (of.legs.length === 1)
      vertices.push({ leg: of.legs[0]!, of: of.of, ...(of.diagonal && { diagonal: of.diagonal }) });
    else front = multiplied(front, scaled(of.of), null);
  }
  return shrunk({ front, edges, vertices, dims: t.indices, rows: t.rows, cols: t.cols });
};
const pieceOf = (
  { atom, legs }: Node,
  t: Term,
  meaning: (s: Sym, direction: boolean) => Expression,
): { legs: readonly number[]; of: Expression; diagonal?: Expression } => {
  if (atom.kind === 'unit') return { legs, of: make.unit([t.indices[legs[0]!]!], atom.position) };
  if (atom.kind !== 'symbol' || (atom.as !== 'value' && atom.as !== 'direction'))
    throw new Beyond('what no operator of matrices says');
  if (legs.length > 2) throw new Beyond(`${atom.symbol.name} has a size that is a product`);
  const of = meaning(atom.symbol, atom.as === 'direction');
  if (isDiagonal(atom.symbol)) {
    if (legs.length !== 1) throw new Beyond(`${atom.symbol.name} has a size that is a product`);
    return { legs, of: make.diagonal(of), diagonal: of };
  }
  const { rows, cols } = of.shape;
  if (rows.length > 1 || cols.length > 1)
    throw new Beyond(`${atom.symbol.name} has a size that is a product`);
  return { legs, of: legs.length === 1 && isUnit(rows) && !isColumn(of.shape) ? transposed(of) : of };
};

export const shrunk = (start: Network): Network => {
  let n = start;
  for (;;) {
    const next = loop(n) ?? closed(n) ?? parallel(n);
    if (!next) return n;
    n = next;
  }
};

const loop = (n: Network): Network | null => {
  const at = n.edges.findIndex(e => e.legs[0] === e.legs[1]);
  if (at < 0) return null;
  const { legs, of } = n.edges[at]!;
  const rest = { ...n, edges: n.edges.toSpliced(at, 1) };
  const alone = !isOpen(n, legs[0]) && !touches(rest, legs[0]);
  if (alone) return { ...rest, front: multiplied(n.front, scaled(trace(of)), null) };
  return { ...rest, vertices: [...n.vertices, { leg: legs[0], of: diagonal(of) }] };
};
export const isOpen = (n: Network, index: number): boolean =>
  n.rows.includes(index) || n.cols.includes(index);
const touches = (n: Network, index: number): boolean =>
  n.edges.some(e => e.legs.includes(index)) || n.vertices.some(v => v.leg === index);

/** A closed index with at most two matrices on it, those with the fewest pieces first. */
const closed = (n: Network): Network | null => {
  let best: { index: number; edges: Edge[]; size: number } | null = null;
  for (let index = 0; index < n.dims.length; index++) {
    if (isOpen(n, index) || !touches(n, index)) continue;
    const edges = n.edges.filter(e => e.legs.includes(index));
    const size = edges.length + n.vertices.filter(v => v.leg === index).length;
    if (edges.length <= 2 && (!best || size < best.size)) best = { index, edges, size };
  }
  if (!best) return null;
  const { index, edges } = best;
  const on = n.vertices.filter(v => v.leg === index);
  const rest: Network = {
    ...n,
    edges: n.edges.filter(e => !edges.includes(e)),
    vertices: n.vertices.filter(v => v.leg !== index),
  };
  const [a, b] = edges;
  if (!a) return { ...rest, front: multiplied(n.front, scaled(total(n, index, on)), null) };
  const [left, from] = towards(a, index);
  if (!b) {
    const of = chain(left, column(n, index, on));
    return { ...rest, vertices: [...rest.vertices, { leg: from, of }] };
  }
  const [right, to] = towards(b, index);
  const middle = on.length ? [matrix(on)] : [];
  const of = chain(left, ...middle, transposed(right));
  if (from === to) return onDiagonal(n, rest, from, of, chain(hadamard(left, right), column(n, index, on)));
  return { ...rest, edges: [...rest.edges, { legs: [from, to], of }] };
};
/** The diagonal of a product of two matrices, or their ⊙ times ones; its sum where nothing else is there. */
const onDiagonal = (
  n: Network,
  rest: Network,
  index: number,
  product: Expression,
  entrywise: Expression,
): Network => {
  if (isOpen(n, index) || touches(rest, index))
    return {
      ...rest,
      vertices: [...rest.vertices, { leg: index, of: shortest([entrywise, diagonal(product)]) }],
    };
  const ones = make.ones(shape(dimOf(n, index)));
  const sum = shortest([trace(product), form(ones, null, entrywise)]);
  return { ...rest, front: multiplied(n.front, scaled(sum), null) };
};
/** The matrix with this index on its columns, and the other index. */
const towards = (e: Edge, index: number): [Expression, number] =>
  e.legs[1] === index ? [e.of, e.legs[0]] : [transposed(e.of), e.legs[1]];

const parallel = (n: Network): Network | null => {
  for (const [k, a] of n.edges.entries())
    for (const b of n.edges.slice(k + 1)) {
      const straight = a.legs[0] === b.legs[0] && a.legs[1] === b.legs[1];
      if (!straight && !(a.legs[0] === b.legs[1] && a.legs[1] === b.legs[0])) continue;
      const as: Edge[] = [
        { legs: a.legs, of: hadamard(a.of, straight ? b.of : transposed(b.of)) },
        { legs: [a.legs[1], a.legs[0]], of: hadamard(transposed(a.of), straight ? transposed(b.of) : b.of) },
      ];
      return {
        ...n,
        edges: [
          ...n.edges.filter(e => e !== a && e !== b),
          as.reduce((x, y) => (compareLength(y.of, x.of) < 0 ? y : x)),
        ],
      };
    }
  return null;
};

interface Split {
  /** Matrices whose product is the diagonal ones together. */
  readonly matrices: readonly Expression[];
  /** ⊙ of the others; null when there are none. */
  readonly column: Expression | null;
}
const split = (on: readonly Vertex[]): Split => {
  const columns = on.filter(v => !v.diagonal).map(v => v.of);
  return {
    matrices: on.flatMap(v => v.diagonal ?? []),
    column: columns.length ? columns.reduce(hadamard) : null,
  };
};
/** The entrywise product of everything on an index, as a column. */
export const column = (n: Network, index: number, on: readonly Vertex[]): Expression => {
  const { matrices, column: of } = split(on);
  if (matrices.length === 0) return of ?? make.ones(shape(dimOf(n, index)));
  return of ? chain(...matrices, of) : diagonal(chain(...matrices));
};
/** The same on the diagonal of a matrix. */
export const matrix = (on: readonly Vertex[]): Expression => {
  const { matrices, column: of } = split(on);
  return chain(...matrices, ...(of ? [diag(of)] : []));
};
/** Its sum. */
const total = (n: Network, index: number, on: readonly Vertex[]): Expression => {
  const columns = on.filter(v => !v.diagonal).map(v => v.of);
  const matrices = on.flatMap(v => v.diagonal ?? []);
  const [first, second, ...more] = columns;
  const weight = matrices.length ? chain(...matrices) : null;
  if (!first) return trace(weight!);
  const ones = make.ones(shape(dimOf(n, index)));
  return second ? form(first, weight, [second, ...more].reduce(hadamard)) : form(ones, weight, first);
};
