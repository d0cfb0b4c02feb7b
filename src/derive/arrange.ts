// Open legs: a shrunk network becomes a matrix again. Each rule says one way in which a tuple of rows and a tuple of columns can be
// laid out: apart by ⊗, sharing a column by ⊠, on the diagonal, as vec, through K, through a factor on one index. The shortest counts.

import * as make from '../expression/build.ts';
import type { Dimension } from '../expression/dimension.ts';
import { shape } from '../expression/dimension.ts';
import type { Expression } from '../expression/expression.ts';
import { inIndices } from './indices.ts';
import { compareLength, keyOf } from './measure.ts';
import { column, type Edge, isOpen, matrix, type Network, shrunk, type Vertex } from './pieces.ts';
import { joined, multiplied, NOTHING, scaled } from './scaled.ts';
import { chain, diag, hadamard, khatriRao, kronecker, transposed, vec } from './tidy.ts';

/** How many ways are followed, and how many are kept of each part. */
const MAX_CALLS = 1000;
const KEPT = 4;

/** The ways to write a network, shortest first; in index notation where operators have no word for it. @throws Beyond */
export const arranged = (n: Network): readonly Expression[] => {
  const found = new Arrangement().of(n);
  return found.length ? found : withFront(n, [inIndices(n)]);
};

class Arrangement {
  #calls = 0;
  readonly #known = new Map<string, readonly Expression[]>();

  of(open: Network): readonly Expression[] {
    const n = shrunk(open);
    const dims = [...n.rows, ...n.cols].map(i => String(n.dims[i]));
    const key = JSON.stringify([
      n.rows,
      n.cols,
      dims,
      n.edges.map(e => [e.legs, keyOf(e.of)]),
      n.vertices.map(v => [v.leg, keyOf(v.of)]),
    ]);
    const known = this.#known.get(key);
    if (known) return withFront(n, known);
    if (++this.#calls > MAX_CALLS) return [];
    this.#known.set(key, []);
    const made = best(this.#ways({ ...n, front: NOTHING }));
    this.#known.set(key, made);
    return withFront(n, made);
  }

  #ways(n: Network): Expression[] {
    const { rows, cols } = n;
    if (rows.length + cols.length === 0) return n.edges.length + n.vertices.length ? [] : [make.number(1)];
    if (rows.length <= 1 && cols.length <= 1) return simple(n);
    if (rows.length === 0) return this.of(turned(n)).map(transposed);
    const ways = [
      spread(n, rows.length === 1),
      ...(rows.length > 1 && cols.length > 1 ? [spread(n, true)] : []),
    ];
    if (ways[0]!.repeated) return [...this.#onDiagonal(n), ...ways.flatMap(w => this.#ways(w.fresh))];
    const whole = [
      ...this.#apart(n),
      ...this.#asVec(n),
      ...this.#shared(n),
      ...this.#shared(turned(n)).map(transposed),
      ...this.#commuted(n),
      ...this.#between(n),
    ];
    if (whole.length) return whole;
    return [n, turned(n)].flatMap((m, k) => {
      const made = [...this.#scaledRows(m), ...this.#through(m)];
      return k ? made.map(transposed) : made;
    });
  }
  #both(a: Network, b: Network, by: (x: Expression, y: Expression) => Expression): Expression[] {
    const left = this.of(a);
    if (!left.length) return [];
    const right = this.of(b);
    return left.slice(0, 2).flatMap(x => right.slice(0, 2).map(y => by(x, y)));
  }

  /** Two parts of the tuples that nothing joins: ⊗. */
  #apart(n: Network): Expression[] {
    const made: Expression[] = [];
    for (let r = 0; r <= n.rows.length; r++)
      for (let c = 0; c <= n.cols.length; c++) {
        if (r + c === 0 || r + c === n.rows.length + n.cols.length) continue;
        const [first, second] = [
          tuple(n.rows.slice(0, r), n.cols.slice(0, c)),
          tuple(n.rows.slice(r), n.cols.slice(c)),
        ];
        const parted = part(n, first, second, []);
        if (parted) made.push(...this.#both(...parted, kronecker));
      }
    return made;
  }
  #asVec(n: Network): Expression[] {
    if (n.cols.length) return [];
    return n.rows
      .slice(1)
      .flatMap((_, k) => this.of({ ...n, rows: n.rows.slice(k + 1), cols: n.rows.slice(0, k + 1) }).map(vec));
  }
  /** One column that the parts of the rows share: ⊠. */
  #shared(n: Network): Expression[] {
    const [c] = n.cols;
    if (n.cols.length !== 1 || c === undefined || n.rows.length < 2) return [];
    const on = n.vertices.filter(v => v.leg === c);
    const rest = { ...n, vertices: n.vertices.filter(v => v.leg !== c) };
    return n.rows.slice(1).flatMap((_, k) => {
      const parted = part(
        rest,
        { rows: n.rows.slice(0, k + 1), cols: [c] },
        { rows: n.rows.slice(k + 1), cols: [c] },
        [c],
      );
      if (!parted) return [];
      return this.#both(...parted, khatriRao).map(m => (on.length ? chain(m, matrix(on)) : m));
    });
  }
  /** Two rows, or two columns, in the other order. */
  #commuted(n: Network): Expression[] {
    const made: Expression[] = [];
    const [rows, cols] = [n.rows, n.cols];
    const dim = (i: number): Dimension => [n.dims[i]!];
    if (rows.length === 2 && cols.length) {
      const swapped = { ...n, rows: [rows[1]!, rows[0]!] };
      const k = make.commutation(dim(rows[0]!), dim(rows[1]!));
      made.push(...this.#apart(swapped).map(m => chain(k, m)));
    }
    if (cols.length === 2) {
      const swapped = { ...n, cols: [cols[1]!, cols[0]!] };
      const k = make.commutation(dim(cols[1]!), dim(cols[0]!));
      made.push(...this.#apart(swapped).map(m => chain(m, k)));
    }
    return made;
  }
  /** The same indices in rows and columns. */
  #onDiagonal(n: Network): Expression[] {
    if (n.rows.length !== n.cols.length || n.rows.some((r, k) => r !== n.cols[k])) return [];
    if (new Set(n.rows).size !== n.rows.length) return [];
    return this.of({ ...n, cols: [] }).map(diag);
  }
  /** What stands on the rows alone scales them. */
  #scaledRows(n: Network): Expression[] {
    const inRows = (e: Edge): boolean => e.legs.every(i => n.rows.includes(i));
    const own = n.edges.filter(inRows);
    if (!own.length || own.length === n.edges.length || new Set(n.rows).size !== n.rows.length) return [];
    const by: Network = { ...n, edges: own, vertices: [], cols: [] };
    const rest: Network = { ...n, edges: n.edges.filter(e => !own.includes(e)) };
    return this.#both(by, rest, (v, m) => chain(diag(v), m));
  }
  /** One closed index through which the rows and the columns are joined. */
  #between(n: Network): Expression[] {
    return n.dims.flatMap((_, s) => {
      if (isOpen(n, s) || !n.edges.some(e => e.legs.includes(s))) return [];
      const on = n.vertices.filter(v => v.leg === s);
      const rest = { ...n, vertices: n.vertices.filter(v => v.leg !== s) };
      const parted = part(rest, tuple(n.rows, [s]), tuple([s], n.cols), [s]);
      if (!parted) return [];
      return this.#both(...parted, (a, b) => chain(a, ...(on.length ? [matrix(on)] : []), b));
    });
  }
  /** A row on which one matrix stands alone, as a factor in front of what is behind it. */
  #through(n: Network): Expression[] {
    return n.rows.flatMap((row, at) => {
      if (n.cols.includes(row) || n.rows.indexOf(row) !== n.rows.lastIndexOf(row)) return [];
      const edges = n.edges.filter(e => e.legs.includes(row));
      const [only] = edges;
      const on = n.vertices.filter(v => v.leg === row);
      if (!only || only.of.op === 'identity') return [];
      if (edges.length !== 1) {
        if (!on.length) return [];
        const rest = { ...n, vertices: n.vertices.filter(v => v.leg !== row) };
        return this.of(rest).map(m => chain(embedded(n, at, matrix(on)), m));
      }
      const [from, to] = only.legs[0] === row ? [only.of, only.legs[1]] : [transposed(only.of), only.legs[0]];
      const own = on.length ? chain(matrix(on), from) : from;
      const rest: Network = {
        ...n,
        edges: n.edges.filter(e => e !== only),
        vertices: n.vertices.filter(v => v.leg !== row),
        rows: n.rows.with(at, to),
      };
      return this.of(rest).map(m => chain(embedded(n, at, own), m));
    });
  }
}

/** I ⊗ M ⊗ I with M at a place of the rows. */
const embedded = (n: Network, at: number, m: Expression): Expression => {
  const dims = (of: readonly number[]): Dimension => of.map(i => n.dims[i]!);
  const [before, after] = [dims(n.rows.slice(0, at)), dims(n.rows.slice(at + 1))];
  const right = after.length ? kronecker(m, make.identity(after)) : m;
  return before.length ? kronecker(make.identity(before), right) : right;
};

const withFront = (n: Network, ways: readonly Expression[]): readonly Expression[] =>
  ways.map(w => {
    const s = scaled(w);
    return joined(multiplied(n.front, s, s.body));
  });
const turned = (n: Network): Network => ({ ...n, rows: n.cols, cols: n.rows });
const tuple = (rows: readonly number[], cols: readonly number[]) => ({ rows, cols });
const best = (ways: readonly Expression[]): readonly Expression[] => {
  const distinct = new Map(ways.map(w => [keyOf(w), w]));
  return [...distinct.values()].sort(compareLength).slice(0, KEPT);
};

/** At most one row and one column. */
const simple = (n: Network): Expression[] => {
  const [r, c] = [n.rows[0], n.cols[0]];
  const on = (i: number): Vertex[] => n.vertices.filter(v => v.leg === i);
  const stray = n.vertices.some(v => v.leg !== r && v.leg !== c);
  if (stray || n.edges.length > 1) return [];
  const [edge] = n.edges;
  if (r === undefined || c === undefined) {
    if (edge) return [];
    const only = (r ?? c)!;
    const of = column(n, only, on(only));
    return [r === undefined ? transposed(of) : of];
  }
  if (r === c) return edge ? [] : [on(r).length ? matrix(on(r)) : make.identity([n.dims[r]!])];
  if (!edge) {
    const outer = chain(column(n, r, on(r)), transposed(column(n, c, on(c))));
    return [on(r).length + on(c).length ? outer : make.ones(shape([n.dims[r]!], [n.dims[c]!]))];
  }
  if (!edge.legs.includes(r) || !edge.legs.includes(c)) return [];
  const m = edge.legs[0] === r ? edge.of : transposed(edge.of);
  const scaledBy = (v: Vertex[]): Expression[] => (v.length ? [matrix(v)] : []);
  const product = chain(...scaledBy(on(r)), m, ...scaledBy(on(c)));
  if (!on(r).length || !on(c).length) return [product];
  return [product, hadamard(chain(column(n, r, on(r)), transposed(column(n, c, on(c)))), m)];
};

/** The network in two parts with these open tuples, if nothing but `cut` joins them. */
const part = (
  n: Network,
  first: { readonly rows: readonly number[]; readonly cols: readonly number[] },
  second: { readonly rows: readonly number[]; readonly cols: readonly number[] },
  cut: readonly number[],
): [Network, Network] | null => {
  const reach = (from: readonly number[]): Set<number> => {
    const reached = new Set(from.filter(i => !cut.includes(i)));
    for (let grown = true; grown; ) {
      grown = false;
      for (const { legs } of n.edges)
        for (const [i, j] of [legs, [legs[1], legs[0]]] as const)
          if (reached.has(i) && !cut.includes(j) && !reached.has(j)) {
            reached.add(j);
            grown = true;
          }
    }
    return reached;
  };
  const mine = reach([...first.rows, ...first.cols]);
  if ([...second.rows, ...second.cols].some(i => mine.has(i))) return null;
  const isMine = (legs: readonly number[]): boolean => legs.some(i => mine.has(i));
  const between = n.edges.some(e => e.legs.every(i => cut.includes(i)));
  if (between) return null;
  return [
    {
      ...n,
      ...first,
      edges: n.edges.filter(e => isMine(e.legs)),
      vertices: n.vertices.filter(v => mine.has(v.leg)),
    },
    {
      ...n,
      ...second,
      edges: n.edges.filter(e => !isMine(e.legs)),
      vertices: n.vertices.filter(v => !mine.has(v.leg)),
    },
  ];
};

/** An index at several open places becomes several, joined to the one of them that stays by identities. */
const spread = (n: Network, rowsStay: boolean): { repeated: boolean; fresh: Network } => {
  const dims = [...n.dims];
  const edges = [...n.edges];
  const seen = new Set<number>();
  let repeated = false;
  const again = (i: number): number => {
    if (!seen.has(i)) {
      seen.add(i);
      return i;
    }
    repeated = true;
    const fresh = dims.push(dims[i]!) - 1;
    edges.push({ legs: [fresh, i], of: make.identity([dims[i]!]) });
    return fresh;
  };
  const first = (rowsStay ? n.rows : n.cols).map(again);
  const second = (rowsStay ? n.cols : n.rows).map(again);
  const [rows, cols] = rowsStay ? [first, second] : [second, first];
  return { repeated, fresh: { ...n, dims, edges, rows, cols } };
};
