// Elementwise functions that have a name: what their derivatives are is known to the judges, each in its own way.
// `domain` is where the function is smooth: 'positive' entries, 'nonzero' entries, or everywhere.

export interface ElementwiseFunction {
  readonly name: string;
  readonly domain: 'real' | 'positive' | 'nonzero';
  /** Rational functions evaluate exactly. */
  readonly exact: boolean;
}

const row = (
  name: string,
  domain: ElementwiseFunction['domain'],
  exact = false,
): [string, ElementwiseFunction] => [name, { name, domain, exact }];

/** Keyed by name. 'reciprocal' is 1/x entry by entry. */
export const FUNCTIONS: ReadonlyMap<string, ElementwiseFunction> = new Map([
  row('exp', 'real'),
  row('log', 'positive'),
  row('sigmoid', 'real'),
  row('tanh', 'real'),
  row('sinh', 'real'),
  row('cosh', 'real'),
  row('sin', 'real'),
  row('cos', 'real'),
  row('tan', 'real'),
  row('arctan', 'real'),
  row('softplus', 'real'),
  row('sqrt', 'positive'),
  row('abs', 'nonzero'),
  row('sign', 'nonzero'),
  row('relu', 'nonzero'),
  row('reciprocal', 'nonzero', true),
]);
