// The order of imports: each room uses only rooms below it, judges never one another, and only doors touch Node.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** From the top down; rooms on one line never import one another. */
const LAYERS = [
  ['index.ts', 'cli.ts', 'vitest.ts'],
  ['cli'],
  ['code'],
  ['derive'],
  ['report'],
  ['verdict'],
  ['repair'],
  ['prove', 'verify', 'refute', 'sample'],
  ['evaluate'],
  ['elaborate'],
  ['document'],
  ['latex'],
  ['expression'],
  ['number'],
];
/** Doors, and the writing of files. */
const MAY_USE_NODE = /^(cli|vitest)\.ts$|^cli\/|^report\/files/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts'));
const imports = (file: string): string[] =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(m => m[1]!);
const room = (file: string): string => file.split('/')[0]!;
const inside = (path: string): boolean => !path.startsWith('..');
const layer = (name: string): number => LAYERS.findIndex(rooms => rooms.includes(name));

test('every room has its layer', () => {
  expect(files.map(room).filter(name => layer(name) < 0)).toEqual([]);
});

test.each(files)('%s imports only from below', file => {
  const own = room(file);
  const wrong = imports(file)
    .filter(path => path.startsWith('.'))
    .map(path => room(join(file, '..', path)))
    .filter(inside)
    .filter(other => other !== own && layer(other) <= layer(own));
  expect(wrong).toEqual([]);
});

test.each(files.filter(f => !MAY_USE_NODE.test(f)))('%s does not touch Node', file => {
  expect(imports(file).filter(path => path.startsWith('node:'))).toEqual([]);
});
