// The judges' answers → one name, and whether they contradict each other. The only place that decides between them.
//   an exact counterexample settles; then a proof, exact equality, floating-point agreement, strongest first
//   a claim that one judge holds true and another one false is a contradiction, whatever its name

import type { VerdictName } from './verdict.ts';

export interface Answers {
  readonly prove: 'proved' | 'unequal' | 'abstained';
  readonly verify: 'equal' | 'different' | 'abstained';
  /** An exact counterexample was found. */
  readonly refuted: boolean;
  readonly sample: 'agree' | 'different' | 'abstained' | 'not asked';
}
export interface Conclusion {
  readonly name: Exclude<VerdictName, 'misfit'>;
  readonly contradiction: boolean;
}

export const conclude = ({ prove, verify, refuted, sample }: Answers): Conclusion => {
  const heldTrue = prove === 'proved' || verify === 'equal';
  if (refuted || sample === 'different') return { name: 'refuted', contradiction: heldTrue };
  if (verify === 'different')
    return prove === 'proved'
      ? { name: 'unreadable', contradiction: true }
      : { name: 'refuted', contradiction: sample === 'agree' };
  if (prove === 'proved') return { name: 'proved', contradiction: false };
  if (verify === 'equal') return { name: 'verified', contradiction: false };
  return { name: sample === 'agree' ? 'supported' : 'unreadable', contradiction: false };
};
