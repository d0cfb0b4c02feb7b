// Three answers, one name; answers that contradict each other are told.

import { expect, test } from 'vitest';
import { type Answers, conclude } from '../../src/verdict/conclude.ts';

test.each<[Answers['prove'], Answers['verify'], boolean, Answers['sample'], string, boolean]>([
  ['proved', 'equal', false, 'agree', 'proved', false],
  ['proved', 'abstained', false, 'abstained', 'proved', false],
  ['unequal', 'equal', false, 'agree', 'verified', false],
  ['abstained', 'abstained', false, 'agree', 'supported', false],
  ['abstained', 'abstained', false, 'abstained', 'unreadable', false],
  ['unequal', 'abstained', false, 'abstained', 'unreadable', false],
  ['unequal', 'different', true, 'not asked', 'refuted', false],
  ['abstained', 'abstained', false, 'different', 'refuted', false],
  ['unequal', 'different', false, 'abstained', 'refuted', false],
  ['proved', 'abstained', true, 'not asked', 'refuted', true],
  ['unequal', 'equal', true, 'not asked', 'refuted', true],
  ['proved', 'different', false, 'not asked', 'unreadable', true],
  ['proved', 'equal', false, 'different', 'refuted', true],
  ['abstained', 'equal', false, 'different', 'refuted', true],
  ['unequal', 'different', false, 'agree', 'refuted', true],
])(
  'prove %s, verify %s, counterexample %s, sample %s: %s, contradiction %s',
  (prove, verify, refuted, sample, name, contradiction) => {
    expect(conclude({ prove, verify, refuted, sample })).toEqual({ name, contradiction });
  },
);
