// Equations that are claimed only together: "AB = BA ⇒ (AB)² = A²B²", "P iff Q", "P whenever Q". Neither is called false for itself.
//   a definition, a differential or a derivative before ⇒ is a step of a calculation, and claims

import type { ParsedChain } from '../latex/contract.ts';
import { type Atom, endsSentence } from './prose.ts';

const UNDER = /\b(?:iff|if|when|whenever|provided|assuming|unless|as long as)\b/;
const IMPLIES = /\bimpl(?:ies|y|ying)\b/;
const BOTH = /\biff\b|\bonly if\b|\bequivalent(?:ly)? to\b/;

/** A paragraph that ends beside a display breaks no sentence, if the next word is small. */
const goesOn = (a: Atom | undefined): boolean => a?.kind === 'word' && /^\p{Ll}/u.test(a.raw);

/** Words between a formula and the next one, or the one before, of its sentence; none where there is no other. */
const wordsTo = (atoms: readonly Atom[], at: number, step: 1 | -1): string => {
  const words: string[] = [];
  for (let i = at + step; i >= 0 && i < atoms.length; i += step) {
    const a = atoms[i]!;
    if (a.kind === 'math' && a.region) return (step === 1 ? words : words.reverse()).join(' ');
    if (endsSentence(atoms, i) && !(i === at + step && goesOn(atoms[step === 1 ? i + 1 : i - 1]))) return '';
    if (a.kind === 'word') words.push(a.text);
  }
  return '';
};

/** Whether chain k of the formula at an atom is claimed only with another one; `steps` tells of it and of the one before. */
export const isImplied = (
  atoms: readonly Atom[],
  at: number,
  chains: readonly ParsedChain[],
  k: number,
  steps: { readonly last: boolean; readonly own: boolean },
): boolean => {
  const [last, next] = [chains[k - 1], chains[k + 1]];
  const before = last ? chains[k]!.lead : wordsTo(atoms, at, -1);
  const behind = next ? next.lead : wordsTo(atoms, at, 1);
  if (BOTH.test(before) || UNDER.test(behind)) return true;
  return (IMPLIES.test(behind) && !steps.own) || (IMPLIES.test(before) && last !== undefined && !steps.last);
};
