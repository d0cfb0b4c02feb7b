// What the prose says of signs, functions and layouts: a text, and the one convention that it changes.

import { describe, expect, test } from 'vitest';
import { conventionsOf, type Stated } from '../../src/document/conventions.ts';
import { atomsOf } from '../../src/document/prose.ts';
import { scan } from '../../src/document/regions.ts';
import { collectMacros } from '../../src/latex/macros.ts';

const hear = (text: string): Stated => {
  const { regions, masked } = scan(text, 'markdown');
  const contents = regions.map(r => text.slice(r.content.start, r.content.end));
  return conventionsOf(atomsOf(text, masked, regions, collectMacros(text).macros), contents);
};
const sign = (text: string, key: keyof Stated['signs'], value: string | boolean): void =>
  test(`${key}: ${text}`, () => expect(hear(text).signs[key]).toBe(value));
const entrywise = (text: string, value: boolean): void =>
  test(`entrywise: ${text}`, () => expect(hear(text).entrywise).toBe(value));
const layouts = (text: string, ...expected: string[]): void =>
  test(`layouts: ${text}`, () => expect(hear(text).layouts.map(l => l.layout)).toEqual(expected));

describe('signs', () => {
  sign('$\\odot$ is Hadamard product', 'odot', 'hadamard');
  sign('here $\\odot$ is Khatri-Rao', 'odot', 'khatriRao');
  sign('where $*$ denotes the element-wise product', 'star', 'hadamard');
  sign('the Hadamard product (denoted by $*$)', 'star', 'hadamard');
  sign('$A * B$', 'star', 'product');
  sign('and $\\circ$ is element-wise multiplication', 'circ', 'hadamard');
  sign('$\\circ$ is the composition of maps', 'circ', 'compose');
  sign('$f \\circ g$', 'circ', 'auto');
});

describe('prime', () => {
  sign("$X'AX$", 'primeIsTranspose', true);
  sign("$X'AX$ and $X^T$ and $'$ the transpose", 'primeIsTranspose', true);
  sign("with $'$ the transpose, $(AB)' = B^T A^T$", 'primeIsTranspose', true);
  sign("$(KK^{-1})' = K'K^{-1} + K(K^{-1})'$ and $K^{-T}$", 'primeIsTranspose', false);
  sign("with $(.)'$ the entrywise derivative in $p$", 'primeIsTranspose', false);
  sign("$K'(t) e^{K(t)}$", 'primeIsTranspose', false);
  sign("$(X'\\otimes X)$ and $(BX)^T$", 'primeIsTranspose', true);
});

describe('functions entry by entry', () => {
  entrywise('with $\\sin,\\cos$ entrywise', true);
  entrywise('and $\\log \\left( \\cdot \\right)$ element wise', true);
  entrywise('all functions act elementwise', true);
  entrywise('the elementwise exponential', true);
  entrywise('$\\odot$ is the elementwise product of $\\exp(X)$', false);
  entrywise('$\\phi$ acts elementwise', false);
});

describe('layouts', () => {
  layouts('Numerator layout, so', 'numerator');
  layouts('I am using the Denominator layout, i.e.', 'denominator');
  layouts('which layout is this?');
});
