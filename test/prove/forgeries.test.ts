// Certificates corrupted at random. For a false statement none is ever accepted. For the true statement that it was made for, a corrupted
// one may by chance be another right certificate of the same theorem, such as a matching turned by a symmetry: that is harmless, and it
// is counted; whatever changes a condition, loses a term or forges a licence is refused without exception.

import { expect, test } from 'vitest';
import { below, type Random, stream } from '../../src/number/random.ts';
import { type Certificate, prove } from '../../src/prove/index.ts';
import { examined, replay } from '../../src/prove/kernel.ts';
import type { Class } from '../../src/prove/matching.ts';
import type { Step } from '../../src/prove/rewrite.ts';
import { statement } from './claims.ts';
import { FUNCTIONS, Generator, MIRRORED, type Palette, STRUCTURED, TRIANGULAR } from './generate.ts';

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
type Draft = Writable<Certificate>;

const pick = <T>(random: Random, of: readonly T[]): T | undefined =>
  of[below(random, Math.max(1, of.length))];
const swap = (list: number[], random: Random): boolean => {
  const [a, b] = [below(random, Math.max(1, list.length)), below(random, Math.max(1, list.length))];
  if (list[a] === list[b]) return false;
  [list[a], list[b]] = [list[b]!, list[a]!];
  return true;
};
const matchings = (c: Draft): Writable<Class>[] => [
  ...c.matching,
  ...c.steps.flatMap(s => ('matching' in s ? s.matching : [])),
];
const someMember = (c: Draft, random: Random) => pick(random, pick(random, matchings(c))?.members ?? []);
const RULES: readonly Step['rule'][] = [
  'orthonormal',
  'idempotent',
  'permutation',
  'permutation sum',
  'unit vector',
  'skew loop',
  'pinned',
  'one place',
  'beyond',
  'sign of place',
  'positions',
  'cancel',
  'symmetric',
  'inverse of orthogonal',
];

/** Each changes a certificate in place; false where there is nothing to change. */
const FORGE: Readonly<Record<string, (c: Draft, random: Random) => boolean>> = {
  'swapped indices': (c, random) => swap(someMember(c, random)?.indices ?? [], random),
  'swapped nodes': (c, random) => swap(someMember(c, random)?.nodes ?? [], random),
  'another term': (c, random) => {
    const member = someMember(c, random);
    if (member) member.term += 1 + below(random, 3);
    return member !== undefined;
  },
  'another number': (c, random) => {
    const step = pick(random, c.steps) as Record<string, unknown> | undefined;
    const key =
      step &&
      pick(
        random,
        Object.keys(step).filter(k => typeof step[k] === 'number'),
      );
    if (step && key) step[key] = (step[key] as number) + 1 + below(random, 3);
    return key !== undefined;
  },
};
/** Always refused. */
const REFUSED: typeof FORGE = {
  'dropped class': c => c.matching.pop() !== undefined,
  'dropped term': (c, random) => {
    const of = pick(random, c.matching);
    return of?.members.pop() !== undefined;
  },
  'a term twice': (c, random) => {
    const of = pick(random, c.matching);
    if (of?.members[0]) of.members.push(of.members[0]);
    return of?.members[0] !== undefined;
  },
  'a condition more': c => c.given.push('A symmetric') > 0,
  'a condition less': c => c.given.pop() !== undefined,
  'another condition': c => {
    if (c.given.length) c.given[0] = `${c.given[0]}!`;
    return c.given.length > 0;
  },
  'a convention that nothing asks for': c => {
    (c as { convention: unknown }).convention = 'the usual one';
    return true;
  },
  'a licence that nobody knows': c => {
    c.steps.push({ rule: 'obvious', sum: 0, term: 0 } as never);
    return true;
  },
  'a number that is none': (c, random) => {
    const member = someMember(c, random);
    if (member?.indices.length) member.indices[0] = `${member.indices[0]}` as never;
    return (member?.indices.length ?? 0) > 0;
  },
};
const LICENCE = {
  'another licence': (c: Draft, random: Random): boolean => {
    const step = pick(
      random,
      c.steps.filter(s => 'nodes' in s),
    );
    if (step)
      (step as { rule: string }).rule = pick(
        random,
        RULES.filter(r => r !== step.rule),
      )!;
    return step !== undefined;
  },
};

const PALETTES: readonly [string, Palette][] = [
  ['symmetric and diagonal', MIRRORED],
  ['structured', STRUCTURED],
  ['triangular', TRIANGULAR],
  ['functions', FUNCTIONS],
];
test.each(PALETTES)('%s symbols', (name, palette) => {
  const found = { refused: 0, harmless: 0, false: 0 };
  const accepted: string[] = [];
  for (let k = 0; k < 80; k++) {
    const random = stream('forgeries', `${name} ${k}`);
    const g = new Generator(random, palette);
    const left = g.expression(g.shape(), 3);
    const claim = statement(left, g.twisted(left));
    const answer = prove(claim);
    if (answer.outcome !== 'proved') continue;
    const wrong = statement(left, g.slipped(left));
    const isFalse = prove(wrong).outcome === 'unequal';
    for (const [kind, forge] of Object.entries({ ...FORGE, ...LICENCE, ...REFUSED }))
      for (let again = 0; again < 3; again++) {
        const forged = structuredClone(answer.certificate) as Draft;
        if (!forge(forged, random)) continue;
        const theorem = replay(claim, forged);
        if (theorem) found.harmless++;
        else found.refused++;
        if (theorem && (kind in REFUSED || theorem.given.join() !== answer.given.join()))
          accepted.push(`${name} ${k}: ${kind}`);
        if (!isFalse) continue;
        found.false++;
        if (examined(wrong, forged)) accepted.push(`${name} ${k}: ${kind}, for a false statement`);
      }
  }
  expect(accepted).toEqual([]);
  expect(found.refused).toBeGreaterThan(1500);
  expect(found.false).toBeGreaterThan(1000);
  expect(found.harmless).toBeLessThan(found.refused / 4);
});
