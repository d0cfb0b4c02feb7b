// What is checked: letters with shapes, as { X: 'n×3', W: 'diagonal k' } declares them, and a formula in these letters.

import { declare, readClaim } from '../document/index.ts';
import { elaborate } from '../elaborate/index.ts';
import * as build from '../expression/build.ts';
import { dimensionNames } from '../expression/dimension.ts';
import type { Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';

/** Letters with their shapes, in the order of the function's arguments. */
export type Where = Readonly<Record<string, string>>;

/** The list that declarations are read from: "X: n×3, W: diagonal k". */
export const whereText = (where: Where): string =>
  Object.entries(where)
    .map(([name, said]) => `${name}: ${said}`)
    .join(', ');

/** The call cannot be understood: a letter, a shape, or the formula; the message says which and how to write it. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError';
}

export interface Subject {
  /** In the order of the arguments. */
  readonly arguments: readonly Sym[];
  readonly variable: Sym;
  /** The formula on both sides, or the variable: what instances are drawn for. All arguments are among its symbols. */
  readonly statement: Statement;
  readonly formula: string | null;
}

/** @throws SubjectError */
export const subjectOf = (
  where: Where,
  {
    formula,
    wrt,
    layout,
  }: { readonly formula?: string | undefined; readonly wrt?: string | undefined; readonly layout: Layout },
): Subject => {
  const names = Object.keys(where).map(key => [key, nameOf(key, where[key]!)] as const);
  const [first] = names;
  if (!first) throw new SubjectError("there is nothing to vary: declare the arguments, such as { X: 'n×3' }");
  const letter = wrt === undefined ? first : names.find(([key]) => key === wrt);
  if (!letter)
    throw new SubjectError(`wrt: "${wrt}" is none of the arguments ${names.map(([key]) => key).join(', ')}`);
  const written = formula === undefined ? letter[0] : formula;
  if (formula !== undefined && /[=≈]/.test(formula.replace(/\\(?:not|neq?)\b/g, '')))
    throw new SubjectError(
      `the formula "${formula}" holds a relation: give the derivative alone, such as "2 X"`,
    );
  const read = readClaim(`${written} = ${written}`, whereText(where));
  const made = elaborate(read, { layout });
  const [claim, ...others] = made.claims;
  const refuse = (why: string): never => {
    throw new SubjectError(`the formula "${written}" cannot be used: ${why}`);
  };
  const [problem] = made.problems.filter(p => p.severity === 'error');
  if (!claim || others.length) return refuse(problem?.message ?? 'it is no expression');
  const [reading] = claim.readings;
  if (!reading) return refuse('it cannot be read');
  const { content } = reading;
  if ('misfit' in content) return refuse(content.misfit.message);
  if ('unreadable' in content) return refuse(content.unreadable.message);
  const strangers = made.understood.filter(u => u.how !== 'declared').map(u => u.name);
  if (strangers.length)
    return refuse(
      `${strangers.join(', ')} is not declared: add it to { ${names.map(([k]) => k).join(', ')} }`,
    );
  const known = new Set(
    made.understood.flatMap(u => (u.shape ? dimensionNames(u.shape.rows, u.shape.cols) : [])),
  );
  if (formula !== undefined && content.statement.dimensions.some(d => !known.has(d)))
    return refuse(
      'the size of something in it does not follow from the letters: write it out, such as "I_n"',
    );
  const letters = names.map(([key, name]): Sym => {
    const found = made.understood.find(u => u.name === name);
    if (!found?.shape)
      throw new SubjectError(
        `${key}: its shape is not clear from "${where[key]}": write 'n×3', 'n' or 'scalar'`,
      );
    return { name, latex: found.latex, shape: found.shape, structure: found.structure };
  });
  const statement =
    formula === undefined
      ? { lhs: build.symbol(letters[0]!), rhs: build.symbol(letters[0]!) }
      : content.statement;
  return {
    arguments: letters,
    variable: letters.find(s => s.name === letter[1])!,
    statement: {
      lhs: statement.lhs,
      rhs: statement.rhs,
      symbols: letters,
      dimensions: dimensionNames(...letters.flatMap(s => [s.shape.rows, s.shape.cols])),
    },
    formula: formula ?? null,
  };
};

const nameOf = (key: string, said: unknown): string => {
  if (typeof said !== 'string') throw new SubjectError(`${key}: give its shape as a text, such as 'n×3'`);
  try {
    const [only, ...more] = declare(`${key}: ${said}`);
    if (only && more.length === 0) return only.name;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SubjectError(error.message);
  }
  throw new SubjectError(`"${key}: ${said}" declares more than one letter: give each a key of its own`);
};
