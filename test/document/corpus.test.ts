// Real derivations: what is understood of each one, and that every line with a known truth is read or told to be unreadable.
// The folder of derivations is not part of the package; where it is absent, these tests are skipped.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Declaration, type Document, position } from '../../src/document/document.ts';
import { read } from '../../src/document/index.ts';

const FOLDER = '../shared/corpus';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter(f => /^(seed\.txt|[pq].*\.md)$/.test(f)) : [];
const documents = new Map<string, Document>();
const documentOf = (name: string): Document => {
  const file = files.find(f => f.startsWith(`${name}-`) || f.startsWith(`${name}.`))!;
  const known = documents.get(file) ?? read(readFileSync(`${FOLDER}/${file}`, 'utf8'), { path: file });
  documents.set(file, known);
  return known;
};

const size = (of: readonly unknown[]): string => of.join('·') || '1';
const line = (d: Declaration): string => {
  const shape = d.rows && d.cols ? `${size(d.rows)}×${size(d.cols)}` : (d.kind ?? '');
  return `${d.name}: ${[shape, d.square && 'square', ...d.structure, d.role, d.means].filter(Boolean).join(' ')}`;
};

/** Name, declarations, variables of the prose, and how many chains and relations are read at least. */
const UNDERSTOOD: readonly (readonly [string, string, string, number, number])[] = [
  ['p01', 'X: m×m, A: m×m, B: m×m', 'X', 4, 6],
  ['p02', 'X: n×n invertible, A: n×n constant, B: n×n constant', 'X', 5, 7],
  ['p03', 'A: m×n, b: m×1, x: n×1', '', 6, 10],
  ['p04', 'A: m×n, b: vector, x: vector variable', '', 2, 3],
  ['p05', 'X: m×n, K: matrix commutation', '', 3, 6],
  ['p06', 'f: function, A: n×n', '', 4, 6],
  ['p07', 'x: n×1, A: n×n', '', 2, 4],
  ['p08', 'A: n×n, X: n×r, Y: n×r', '', 4, 4],
  ['p09', 'Y: n×n, X: n×k', '', 5, 7],
  ['p10', 'a: n×1, σ: function elementwise', '', 5, 6],
  ['p11', 'H: n×6, w: 6×1, v: n×1 constant, σ: function elementwise sigmoid', '', 4, 4],
  ['p12', 'A: p×p, O: n×p, X: n×n', '', 4, 4],
  ['p13', 'A: n×n constant, X: m×n', '', 4, 7],
  ['p14', 'X: n×n invertible', '', 5, 5],
  ['p15', 'K: n×n invertible', '', 2, 2],
  ['p16', 'A: m×n, B: n×p, C: p×q, D: r×s, E: s×t', '', 6, 6],
  ['p17', 'x: n×1, μ: n×1, Σ: symmetric positive-definite', '', 3, 3],
  ['p18', 'x: m×1, y: n×1, A: m×n, B: m×n', '', 6, 6],
  ['q002', 'A: 2×2', 'x', 8, 12],
  ['q004', 'x: n×1 variable, M: n×n constant', '', 6, 11],
  ['q006', '', '', 6, 12],
  ['q008', 'ϕ: function elementwise', '', 8, 13],
  ['q010', 'R: n×n, P: n×n, γ: n×r', 'γ', 9, 13],
  ['q012', 'X: m×m symmetric, B: m×m symmetric constant', '', 7, 10],
  ['q014', 'X: n×n invertible', '', 5, 5],
  ['q016', 'J: function, z: m×1, a: n×1, W: m×n', '', 5, 8],
  ['q018', 'K: matrix commutation', '', 11, 12],
  ['q020', 'δ: K×1, U: matrix commutation', '', 1, 3],
  ['q022', 'θ: vector', '', 5, 5],
  ['q024', 'X: M×N', '', 1, 1],
  ['q026', '', 'X', 8, 15],
  ['q028', 'X: matrix, A: matrix, B: matrix, F: function', '', 4, 4],
  ['q030', '', '', 3, 4],
  ['q032', 'K: n×n symmetric', '', 3, 4],
  ['q034', '', '', 2, 2],
  ['q036', 'x: D×1, y: D×1, A: matrix symmetric', '', 5, 10],
  ['q038', '', '', 22, 24],
  ['q040', 'X: n×r full-row-rank, A: n×n', '', 2, 6],
  ['q042', 'X: n×p, A: p×n', '', 6, 13],
  ['q044', '', '', 7, 12],
  ['q046', 'x: n×1, A: n×n constant', '', 5, 7],
  ['q048', 'x: n×1, μ: n×1, Σ: n×n', '', 2, 2],
  ['q050', 'y: n×1, X: n×p, β: p×1', '', 4, 5],
  ['q052', '', '', 11, 12],
  ['q054', 'w: vector', 'w', 4, 4],
  ['q056', 'x: n×1', '', 3, 4],
  ['q058', 'x: n×1, y: n×1', '', 3, 3],
  ['q060', 'x: n×1', '', 2, 2],
  ['q062', 'A: m×n, x: n×1, y: m×1', '', 21, 30],
  ['q064', '', '', 2, 6],
  ['q066', 'σ: function elementwise sigmoid, H: n×6, W_out: 6×1', '', 1, 1],
  ['q068', 'X: n×p, β: p×1', '', 6, 7],
  ['q070', 'W: m×n', '', 9, 15],
  ['q072', 's: function elementwise sigmoid', '', 6, 6],
  ['q074', 'X: m×n, W: H×m', '', 11, 14],
  ['q076', 'x: n×1, M: n×n constant', '', 10, 12],
  ['q078', '', '', 2, 2],
  ['q080', '', '', 4, 4],
  ['q082', 'Σ: matrix symmetric positive-definite', '', 4, 4],
  ['q084', 'K: n×n, H: n×n, P: n×n', '', 9, 9],
  ['q088', 'A: symmetric, λ: scalar, μ: vector', '', 2, 3],
  ['q090', 'K: 3×3 skew', '', 4, 5],
  ['q092', '', '', 11, 11],
  ['q094', 'B: matrix', '', 9, 12],
  ['q096', 'K: n×m, K⁽²⁾: n×n, K⁽³⁾: n×n invertible', 'p', 2, 2],
  ['q098', 'X: matrix square', '', 4, 4],
  ['q100', 'A: n×n, B: m×m, f: function', '', 2, 3],
  ['q102', 'B: 100×3, A: 100×36, X^(1): 9×3, X^(2): 4×3', '', 5, 5],
  ['q104', 'A: n×n symmetric', '', 9, 14],
  ['q106', 'x: n×1, 1: n×1 ones', '', 7, 12],
  ['q108', 'X: d×d', '', 9, 12],
  ['qM05', 'R: n×n, P: n×n, γ: n×r', 'γ', 9, 13],
  ['qM08', 'X: m×m symmetric, B: m×m symmetric constant', '', 7, 10],
  ['qM11', '', 'X', 8, 15],
  ['qM13', 'X: n×r full-row-rank, A: n×n', '', 2, 6],
  ['qM15', 'x: n×1, A: n×n constant', '', 5, 7],
  ['qM18', '', '', 2, 6],
  ['qM21', 'X: m×n, W: H×m', '', 11, 14],
  ['qM22', 'x: n×1, M: n×n constant', '', 10, 12],
  ['qM23', '', '', 4, 4],
  ['qM27', '', '', 11, 11],
  ['seed', 'A: k×n, W: k×k diagonal, X: n×3, 1: 3×1 ones', '', 4, 14],
];

/** Lines with a known truth that hold a definition only: there is nothing on them to judge. */
const DEFINITIONS_ONLY = ['q006:13', 'q062:13', 'q068:7', 'q070:11'];

describe.skipIf(files.length === 0)('real derivations', () => {
  test.each(UNDERSTOOD)('%s: %s', (name, declarations, variables, chains, relations) => {
    const d = documentOf(name);
    const passages = d.passages.filter(p => p.role !== 'mention');
    expect(d.declarations.map(line).join(', ')).toBe(declarations);
    expect(d.variables.join(' ')).toBe(variables);
    expect(passages.length).toBeGreaterThanOrEqual(chains);
    const count = passages.reduce((n, p) => n + p.chain.relations.length, 0);
    expect(count).toBeGreaterThanOrEqual(relations);
  });

  test('every line with a known truth carries a claim, a condition, or says why it cannot be read', () => {
    const silent: string[] = [];
    for (const [name] of UNDERSTOOD) {
      const sidecar = files.find(f => f.startsWith(`${name}-`))?.replace('.md', '.expected.json');
      if (!sidecar) continue;
      const { lines } = JSON.parse(readFileSync(`${FOLDER}/${sidecar}`, 'utf8')) as { lines: object };
      const d = documentOf(name);
      const heard = new Set<number>();
      for (const u of d.unreadable) heard.add(position(d.text, u.relation.start).line);
      for (const p of d.passages)
        if (p.role === 'claim' || p.role === 'condition')
          for (const r of p.chain.relations) heard.add(position(d.text, r.span.start).line);
      for (const l of Object.keys(lines)) if (!heard.has(Number(l))) silent.push(`${name}:${l}`);
    }
    expect(silent).toEqual(DEFINITIONS_ONLY);
  });

  test('the example is read in one chain of six, another of six, and a conclusion', () => {
    const d = documentOf('seed');
    expect(d.passages.filter(p => p.role === 'claim').map(p => p.chain.relations.length)).toEqual([6, 6, 1]);
    expect(d.passages.filter(p => p.role === 'define')).toHaveLength(1);
  });
});
