// A claim whose shapes clash as they were inferred: is it false whatever the shapes are? It is read alone, with all sizes equal and,
// for small letters of which nothing is said, as scalars and as vectors. What cannot fit even so, or is false even so, is false.
//   not tried where sizes multiply or add (⊗, vec, blocks), which inference may have missed

import type { Passage } from '../document/document.ts';
import type { Statement } from '../expression/judgement.ts';
import { pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { multipliesSizes } from './arrangement.ts';
import type { Builder } from './build.ts';
import { lettersIn } from './doubts.ts';
import { Refusal } from './refusal.ts';
import { isUpper, type Letter } from './scope.ts';
import { statement } from './statement.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { EqualSizes } from './unify.ts';

/** What the claim says at equal sizes, in each way that fits; none when nothing does; null when that is not known. */
export const atEqualSizes = (
  p: Passage,
  sides: readonly [Syntax, Syntax],
  around: Surroundings,
  builder: (alone: Surroundings) => Builder,
): readonly Statement[] | null => {
  const { document, definitions } = around.scope;
  const passages = document.passages.filter(q => q === p || definitions.has(q.chain));
  const alone = surroundingsOf({ ...document, passages }, around.forced);
  const letters = lettersIn(alone.scope, sides);
  const written = [...sides, ...letters.flatMap(l => (l.definition ? [l.definition.body] : []))];
  if (written.some(s => pieces(s).some(multipliesSizes))) return null;
  const open = letters.filter(l => !l.declaration && !l.definition && !alone.dimensions.has(l.name));
  if (open.some(l => MAY_BE_SIZE.test(l.name))) return null;
  const small = open.filter(l => !isUpper(l.name) && !alone.inference.dependence.of.has(l.key));
  if (small.length > 3) return null;
  const namer = new EqualSizes(alone.scope.unifier, alone.dimensions);
  const found: Statement[] = [];
  for (const kinds of choices(small)) {
    for (const [letter, kind] of kinds)
      letter.shape = { rows: kind === 'scalar' ? [] : [alone.scope.unifier.fresh()], cols: [] };
    const b = builder({ ...alone, namer });
    try {
      const made = statement(b, sides[0], sides[1], sides[1].span);
      if (b.used.other || made.dimensions.some(name => name !== 'n')) return null;
      found.push(made);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind === 'unreadable' || b.used.other) return null;
    }
  }
  return found;
};

const MAY_BE_SIZE = /^[nmpqdkNMKD]$/;

/** Every way to take each letter for a scalar or a vector. */
const choices = (letters: readonly Letter[]): [Letter, 'scalar' | 'vector'][][] =>
  letters.reduce<[Letter, 'scalar' | 'vector'][][]>(
    (all, l) =>
      all.flatMap(kinds => [
        [...kinds, [l, 'scalar']],
        [...kinds, [l, 'vector']],
      ]),
    [[]],
  );
