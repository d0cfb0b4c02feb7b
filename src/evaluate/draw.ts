// Instances from recipes: sizes, parameters and keys for every symbol, parameters for every direction, values of free indices.
//   the instance has every structure exactly, and its directions are tangent

import { dimension, sizeOf } from '../expression/dimension.ts';
import type { Entries, Instance } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Field } from '../number/field.ts';
import { conforms } from './conforms.ts';
import { type Matrix, matrix } from './matrix.ts';
import type { Needs } from './needs.ts';
import { admits, componentCount, components, member, parameterShape, tangent } from './structure.ts';

export type Sizes = ReadonlyMap<string, number>;

/** What is chosen from finitely many possibilities: a component of every symbol's structure, and the values of free indices. */
export interface Component {
  readonly keys: ReadonlyMap<string, readonly number[]>;
  readonly indices: ReadonlyMap<string, number>;
}
export interface Recipe<N> extends Component {
  readonly sizes: Sizes;
  readonly parameters: ReadonlyMap<string, Entries<N>>;
  /** What some symbols are, whatever their parameters. */
  readonly values?: ReadonlyMap<string, Entries<N>>;
  /** Projected onto the tangent space. */
  readonly directions: ReadonlyMap<string, Entries<N>>;
}

/** Rows and columns of a symbol. */
export const extent = (s: Sym, sizes: Sizes): [rows: number, cols: number] => [
  sizeOf(s.shape.rows, sizes),
  sizeOf(s.shape.cols, sizes),
];

/** There may be an instance of these sizes. */
export const possible = (needs: Needs, sizes: Sizes): boolean =>
  needs.symbols.every(s => admits(s, ...extent(s, sizes))) &&
  [...needs.least].every(([name, least]) => (sizes.get(name) ?? 1) >= least);

export const countComponents = (needs: Needs, sizes: Sizes): number =>
  [
    ...needs.symbols.map(s => componentCount(s, ...extent(s, sizes))),
    ...[...needs.free.values()].map(dim => sizeOf(dimension(dim), sizes)),
  ].reduce((a, b) => a * b, 1);

/** Every component. */
export const componentsOf = (needs: Needs, sizes: Sizes): Component[] => {
  let keys: Map<string, readonly number[]>[] = [new Map()];
  for (const s of needs.symbols) {
    const own = components(s, ...extent(s, sizes));
    keys = keys.flatMap(chosen => own.map(key => new Map([...chosen, [s.name, key]])));
  }
  let indices: Map<string, number>[] = [new Map()];
  for (const [name, dim] of needs.free) {
    const range = Array.from({ length: sizeOf(dimension(dim), sizes) }, (_, i) => i + 1);
    indices = indices.flatMap(chosen => range.map(i => new Map([...chosen, [name, i]])));
  }
  return keys.flatMap(k => indices.map(i => ({ keys: k, indices: i })));
};

/** Parameters from a source of entries. */
export const parametersOf = <N>(s: Sym, sizes: Sizes, entry: () => N): Matrix<N> => {
  const { rows, cols } = parameterShape(s);
  return matrix(sizeOf(rows, sizes), sizeOf(cols, sizes), entry);
};

/** The instance of a recipe, or null where its parameters, or its values, are no matrix with the structures. */
export const instanceOf = <N>(needs: Needs, k: Field<N>, recipe: Recipe<N>): Instance<N> | null => {
  const values = new Map<string, Matrix<N>>();
  for (const s of needs.symbols) {
    const cols = sizeOf(s.shape.cols, recipe.sizes);
    const given = recipe.values?.get(s.name);
    const value = given ?? member(k, s, cols, recipe.parameters.get(s.name)!, recipe.keys.get(s.name)!);
    if (value === null || (given && !conforms(k, s, given))) return null;
    values.set(s.name, value);
  }
  const directions = new Map(
    needs.moving.map(s => [s.name, tangent(k, s, values.get(s.name)!, recipe.directions.get(s.name)!)]),
  );
  return { dimensions: recipe.sizes, values, directions, indices: recipe.indices };
};

/** A recipe whose numbers come from a source. */
export const draw = <N>(needs: Needs, sizes: Sizes, component: Component, entry: () => N): Recipe<N> => ({
  sizes,
  ...component,
  parameters: new Map(needs.symbols.map(s => [s.name, parametersOf(s, sizes, entry)])),
  directions: new Map(needs.moving.map(s => [s.name, matrix(...extent(s, sizes), entry)])),
});
