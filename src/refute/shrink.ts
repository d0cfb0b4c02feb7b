// From a counterexample to a locally minimal one. Simpler is, in this order:
//   1. fewer dimensions above 1, then smaller ones     2. smaller values of free indices
//   3. keys that make a simpler matrix (fewer signs, fewer ones, an order with fewer inversions)
//   4. more zeros among the parameters of values and directions     5. entries earlier in 0, 1, −1, 2, −2, 3, …
// Minimal: no removal of one row or column (of one position of a dimension, wherever it occurs), and no single parameter, direction
// entry, key or index replaced by a simpler one, still refutes. Parameters are the free entries of general, symmetric, skew, diagonal and
// triangular matrices, and stand behind the others (see evaluate/structure.ts), so that every structure is kept exactly; a removal may
// also leave a matrix that has its structure and no known parameters.
// Not promised: that no other counterexample is simpler; minimality where the budget ran out.

import { familyOf, freeParameters, parameterShape, possible } from '../evaluate/index.ts';
import { type Dimension, type Shape, sizeOf } from '../expression/dimension.ts';
import type { Entries } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import { type Rational, rational } from '../number/rational.ts';
import type { Bench, Found, State } from './trial.ts';

/** Fractions may become integers up to this one. */
const SMALL = 3;

/** Simpler states, simplest first, that differ from what was found in one place. */
type Site = (found: Found) => Iterable<State>;

/** A locally minimal counterexample below a given one. */
export const shrink = (bench: Bench, start: Found): Found => {
  let current = start;
  const settle = (site: Site): void => {
    for (let moved = true; moved; ) {
      moved = false;
      for (const simpler of site(current)) {
        const found = bench.try(simpler);
        if (!found) continue;
        current = found;
        moved = true;
        break;
      }
    }
  };
  // Round and round, until no site has moved since it was tried last.
  const removing: Site = found => removals(bench, found);
  let all = [removing, ...sites(bench, current.state)];
  for (let k = 0, quiet = 0; quiet < all.length; k = (k + 1) % all.length) {
    const before = current;
    settle(all[k]!);
    quiet = current === before ? quiet + 1 : 1;
    if (k === 0 && current !== before) all = [removing, ...sites(bench, current.state)];
  }
  return current;
};

function* removals(bench: Bench, found: Found): Iterable<State> {
  const bySize = [...found.state.sizes].sort(([, a], [, b]) => a - b);
  for (const [name, size] of bySize)
    if (size > Math.max(1, bench.needs.least.get(name) ?? 1))
      for (let position = size; position >= 1; position--) yield* removed(bench, found, name, position);
}

/**
 * What was found without one position (from 1) of a dimension, wherever that occurs: of the parameters, or else of the matrices
 * themselves; a free index that stood there is at the next one, or the last. Nothing when nothing of that size has the structures.
 */
function* removed({ needs }: Bench, found: Found, name: string, position: number): Iterable<State> {
  const { state } = found;
  const size = state.sizes.get(name)! - 1;
  const sizes = new Map(state.sizes).set(name, size);
  if (!possible(needs, sizes)) return;
  const kept = (d: Dimension): number[] => keptPositions(d, state.sizes, name, position - 1);
  const cut = <N>(entries: Entries<N>, { rows, cols }: Shape): Entries<N> => {
    const [r, c] = [kept(rows), kept(cols)];
    const data = r.flatMap(i => c.map(j => entries.data[i * entries.cols + j]!));
    return { rows: r.length, cols: c.length, data };
  };
  const indices = new Map<string, number>();
  for (const [index, value] of state.indices) {
    const within = needs.free.get(index) === name;
    indices.set(index, within && value > Math.min(position, size) ? value - 1 : value);
  }
  const parameters = new Map<string, Entries<Rational>>();
  const keys = new Map<string, readonly number[]>();
  for (const s of needs.symbols) {
    parameters.set(s.name, cut(state.parameters.get(s.name)!, parameterShape(s)));
    const own = state.keys.get(s.name)!;
    keys.set(
      s.name,
      kept(s.shape.rows).map(i => own[i]!),
    );
  }
  const directions = new Map(needs.moving.map(s => [s.name, cut(state.directions.get(s.name)!, s.shape)]));
  const smaller = { sizes, indices, keys, parameters, directions };
  const curved = needs.symbols.filter(s => familyOf(s) !== 'linear');
  if (!state.values) yield smaller;
  if (curved.length)
    yield {
      ...smaller,
      values: new Map(curved.map(s => [s.name, cut(found.different.instance.values.get(s.name)!, s.shape)])),
    };
}
/** Positions of a composite dimension none of whose digits in the named factor is the removed one; the first factor counts slowest. */
const keptPositions = (
  d: Dimension,
  sizes: ReadonlyMap<string, number>,
  name: string,
  position: number,
): number[] => {
  let positions = [0];
  for (const factor of d) {
    const size = sizeOf([factor], sizes);
    const digits = Array.from({ length: size }, (_, i) => i).filter(i => factor !== name || i !== position);
    positions = positions.flatMap(p => digits.map(digit => p * size + digit));
  }
  return positions;
};

/** Of one index, of one symbol's keys, of one parameter each. */
const sites = ({ needs }: Bench, { indices, parameters, directions, values }: State): Site[] => {
  const found: Site[] = [];
  for (const name of indices.keys()) found.push(at => smallerIndex(at.state, name));
  const free = needs.symbols.filter(s => !values?.has(s.name));
  for (const s of free) found.push(at => simplerKeys(at.state, s));
  for (const s of free) {
    const { rows, cols } = parameters.get(s.name)!;
    for (const i of freeParameters(s, rows, cols))
      found.push(at => simplerEntry(at.state, 'parameters', s.name, i));
  }
  for (const s of needs.moving) {
    const { rows, cols, data } = directions.get(s.name)!;
    const entries = familyOf(s) === 'linear' ? freeParameters(s, rows, cols) : data.keys();
    for (const i of entries) found.push(at => simplerEntry(at.state, 'directions', s.name, i));
  }
  return found;
};

function* smallerIndex(state: State, name: string): Iterable<State> {
  const value = state.indices.get(name)!;
  for (let smaller = 1; smaller < value; smaller++)
    yield { ...state, indices: new Map(state.indices).set(name, smaller) };
}
/** Ones become zeros; of an order, two neighbours that are the wrong way round change places. */
function* simplerKeys(state: State, s: Sym): Iterable<State> {
  const keys = state.keys.get(s.name)!;
  const isOrder = familyOf(s) === 'permutation';
  for (let i = 0; i < keys.length; i++) {
    const [key, next] = [keys[i]!, keys[i + 1]];
    const simpler = isOrder
      ? next !== undefined && key > next && keys.with(i, next).with(i + 1, key)
      : key === 1 && keys.with(i, 0);
    if (simpler) yield { ...state, keys: new Map(state.keys).set(s.name, simpler) };
  }
}
function* simplerEntry(
  state: State,
  kind: 'parameters' | 'directions',
  name: string,
  position: number,
): Iterable<State> {
  const entries = state[kind].get(name)!;
  for (const value of simplerNumbers(entries.data[position]!)) {
    const data = entries.data.with(position, value);
    yield { ...state, [kind]: new Map(state[kind]).set(name, { ...entries, data }) };
  }
}
/** The integers before an integer in 0, 1, −1, 2, −2, …; small ones before a fraction. */
function* simplerNumbers(x: Rational): Iterable<Rational> {
  if (x.den !== 1n) {
    yield* simplerNumbers(rational(-SMALL));
    yield rational(-SMALL);
    return;
  }
  const size = x.num < 0n ? -x.num : x.num;
  if (size > 0n) yield rational(0);
  for (let n = 1n; n <= size; n++) {
    if (n === size && x.num > 0n) return;
    yield rational(n);
    if (n < size) yield rational(-n);
  }
}
