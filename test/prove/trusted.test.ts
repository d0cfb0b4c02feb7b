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
  'clear.ts',
  'constrained.ts',
  'exponential.ts',
  'fixed.ts',
  'functions.ts',
  'halves.ts',
  'kernel.ts',
  'leibniz.ts',
  'licences.ts',
  'matching.ts',
  'meaning.ts',
  'network.ts',
  'occurrence.ts',
  'operators.ts',
  'parts.ts',
  'refit.ts',
  'rewrite.ts',
  'triangular.ts',
  'unfold-entries.ts',
  'unfold-matrix.ts',
  'unfold.ts',
];
test('the kernel reaches these files and no other', () => {
  expect([...reached('kernel.ts')].sort()).toEqual(TRUSTED);
});
test('the kernel is short', () => {
  expect(text('kernel.ts').split('\n').length).toBeLessThan(400);
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
