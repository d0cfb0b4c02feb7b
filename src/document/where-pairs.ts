// Eigenpairs and singular triples, declared for a machine: "λ: largest eigenvalue of A, v: unit eigenvector of λ",
// "σ: singular value of X, u: left singular vector of σ, v: right singular vector of σ"; plural, they are λ_i and v_i for every i.

import type { Eigenpair } from './eigenpairs.ts';
import type { Letter } from './labels.ts';

export interface Entry {
  readonly letter: Letter;
  readonly said: string;
}

const VALUE = /^(?:(?<end>largest|smallest) )?(?<what>eigen|singular )value(?<all>s)? of (?<matrix>\p{Lu})$/u;
const VECTOR = /^(?<what>unit eigen|left singular |right singular )vectors? of (?<value>\S+)$/u;

/** Whether something is declared as part of a pair. */
export const isOfPair = (said: string): boolean => VALUE.test(said) || VECTOR.test(said);

/** @throws SyntaxError where a vector is that of no value before it, or the second of one value */
export const pairsOf = (entries: readonly Entry[]): Eigenpair[] => {
  const pairs = new Map<string, Eigenpair>();
  for (const { letter, said } of entries) {
    const value = VALUE.exec(said)?.groups;
    if (value) {
      const { matrix: name = '', end, all } = value;
      pairs.set(letter.name, {
        of: { kind: 'name', name, font: 'plain', latex: name, span: letter.span },
        place: (end as 'largest' | 'smallest' | undefined) ?? (all ? 'each' : 'any'),
        singular: value.what === 'singular ',
        value: letter,
        vector: null,
        left: null,
      });
      continue;
    }
    const { what = '', value: own = '' } = VECTOR.exec(said)!.groups!;
    const pair = pairs.get(own);
    if (!pair || pair.singular !== what.endsWith('singular '))
      throw new SyntaxError(
        `"${said}" of ${letter.name}: declare ${own} before it, as "${own}: ${what.replace(/^(?:unit|left|right) /, '')}value of A"`,
      );
    const side = what === 'left singular ' ? 'left' : 'vector';
    if (pair[side]) throw new SyntaxError(`"${said}" is said of ${pair[side].name} and of ${letter.name}`);
    pairs.set(own, { ...pair, [side]: letter });
  }
  return [...pairs.values()];
};
