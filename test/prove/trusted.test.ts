// What is trusted stays small and apart: the kernel reaches no search code, and nothing else makes a theorem.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOM = 'src/prove';
const text = (file: string): string => readFileSync(`${ROOM}/${file}`, 'utf8');
const imports = (file: string): string[] => [...text(file).matchAll(/from '\.\/([^']+)'/g)].map(m => m[1]!);
const reached = (from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const file of imports(from)) reached(file, seen);
  return seen;
};

const TRUSTED = [
  'blocks.ts',
  'board.ts',
  'cancel.ts',
  'certificate.ts',
  'clear.ts',
  'constrained.ts',
  'determinants.ts',
  'exponential.ts',
  'fixed.ts',
  'functions.ts',
  'halves.ts',
  'kernel.ts',
  'leibniz.ts',
  'licences.ts',
  'matching.ts',
  'matrix-functions.ts',
  'meaning.ts',
  'network.ts',
  'occurrence.ts',
  'operators.ts',
  'parts.ts',
  'projections.ts',
  'pseudo-inverses.ts',
  'refit.ts',
  'rewrite.ts',
  'same.ts',
  'spectral.ts',
  'triangular.ts',
  'unfold-entries.ts',
  'unfold-matrix.ts',
  'unfold.ts',
];
/** All trusted lines: the meaning of every operator, and what each rewrite states. May shrink. */
const MOST_LINES = 4100;
test('the kernel reaches these files and no other', () => {
  expect([...reached('kernel.ts')].sort()).toEqual(TRUSTED);
});
const lines = (file: string): number => text(file).split('\n').length - 1;
test('the kernel is short, and so is everything that it trusts', () => {
  expect(lines('kernel.ts')).toBeLessThan(100);
  expect(Math.max(...TRUSTED.map(lines))).toBeLessThan(460);
  expect(TRUSTED.map(lines).reduce((a, b) => a + b)).toBeLessThan(MOST_LINES);
});
test('search code says so, and trusted code says so', () => {
  const others = readdirSync(ROOM).filter(f => !TRUSTED.includes(f));
  expect(TRUSTED.filter(f => !/rusted/.test(text(f).slice(0, 900)))).toEqual([]);
  expect(others.filter(f => /Part of what is trusted/.test(text(f)))).toEqual([]);
});
test('one door into Theorem', () => {
  const makers = readdirSync(ROOM).filter(f => text(f).includes('new Theorem('));
  expect(makers).toEqual(['kernel.ts']);
});
