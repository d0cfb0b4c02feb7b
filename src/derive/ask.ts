// What is asked: a function, its variable and its declarations as texts → an expression and a symbol, or a problem with its place.

import type { Problem } from '../document/document.ts';
import { declare, readClaim } from '../document/index.ts';
import type { Understood } from '../elaborate/claim.ts';
import { elaborate } from '../elaborate/index.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Sym } from '../expression/symbol.ts';
import { simplified } from './tidy.ts';

export interface Question {
  /** The function as it was written, its own name left out. */
  readonly text: string;
  readonly of: Expression;
  readonly by: Sym;
  /** What the reading takes for granted and the text does not say. */
  readonly given: readonly string[];
}
/** Something that cannot be asked, and where: in the function, or in an option of this name. */
export interface Refused {
  readonly outcome: 'refused';
  readonly path: 'function' | '--wrt' | '--where';
  readonly text: string;
  readonly problem: Problem;
}
export interface Asked {
  /** LaTeX or Unicode mathematics: "‖A x − b‖²", or "f(x) = ‖A x − b‖²". */
  readonly function: string;
  /** A letter. */
  readonly wrt: string;
  /** Declarations: "A: m×n, x: n, b: m". */
  readonly where: string;
}

const refuse = (path: Refused['path'], text: string, problem: Omit<Problem, 'severity'>): Refused => ({
  outcome: 'refused',
  path,
  text,
  problem: { severity: 'error', ...problem },
});
const whole = (text: string): Problem['span'] => ({ start: 0, end: text.length });

/** Reads a question. Never throws on any text. */
export const ask = ({ function: written, wrt, where }: Asked): Question | Refused => {
  const read = readFunction(written, where);
  if ('outcome' in read) return read;
  const by = read.understood.find(u => u.name === wrt.trim() || u.latex === wrt.trim());
  if (!by?.shape || by.role === 'function') return noVariable(wrt, read.understood);
  const { name, latex, shape, structure } = by;
  return { text: read.text, of: read.of, by: { name, latex, shape, structure }, given: read.given };
};

/** The function alone. Never throws on any text. */
export const readFunction = (
  written: string,
  where: string,
): (Omit<Question, 'by'> & { readonly understood: readonly Understood[] }) | Refused => {
  const text = written.replace(ONES, '𝟏');
  const wrong = refusedWhere(where);
  if (wrong) return wrong;
  const alone = readClaim(text, where);
  const relations = alone.passages.flatMap(p => p.chain.relations);
  const [sign] = relations;
  if (relations.length > 1 || (sign && sign.sign !== '=' && sign.sign !== ':='))
    return refuse('function', text, {
      code: 'Q001',
      message: 'this is no single function',
      span: relations.at(-1)!.span,
      fix: 'write the function alone, or f(X) = and the function',
    });
  // The name of the function gives way to as much white space, so that places stay what they are.
  const own = sign ? ' '.repeat(sign.span.end) + text.slice(sign.span.end) : text;
  const document = readClaim(`${own} = ${own}`, where);
  const made = elaborate(document);
  const reading = made.claims[0]?.readings[0];
  const [problem] = [
    ...(reading && 'misfit' in reading.content ? [reading.content.misfit] : []),
    ...(reading && 'unreadable' in reading.content ? [reading.content.unreadable] : []),
    ...made.problems.filter(p => p.severity === 'error'),
  ];
  if (problem) return refuse('function', text, folded(problem, own.length));
  if (!reading || !('statement' in reading.content))
    return refuse('function', text, {
      code: 'Q002',
      message: 'there is no function here',
      span: whole(text),
      fix: 'write one, such as x^T A x',
    });
  const unknown = made.understood.find(u => u.how === 'inferred');
  if (unknown) return undeclared(text, unknown);
  const of = simplified(reading.content.statement.lhs);
  const differential = find(of, e => e.op === 'differential' || e.op === 'derivative');
  if (differential)
    return refuse('function', text, {
      code: 'Q003',
      message: 'there is a derivative in the function already',
      span: whole(text),
      fix: 'give the function that is to be differentiated',
    });
  return { text: own.trim(), of, given: reading.given ?? [], understood: made.understood };
};

/** A 1 behind a factor is a vector of ones. */
const ONES = /(?<=[)\]}\p{L}\p{M}'ᵀ⊤¹]\s+)1(?=\s*(?:$|[)\]},+−=-]))/gu;

const find = (e: Expression, is: (e: Expression) => boolean): Expression | undefined =>
  is(e)
    ? e
    : children(e)
        .map(c => find(c, is))
        .find(Boolean);

/** The function stands twice in the text that was read. */
const folded = (p: Problem, length: number): Problem => {
  const at = p.span.start > length ? length + 3 : 0;
  const span = { start: p.span.start - at, end: p.span.end - at };
  return span.end > length
    ? { ...p, span: { start: Math.min(span.start, length), end: length } }
    : { ...p, span };
};

const refusedWhere = (where: string): Refused | null => {
  try {
    declare(where);
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [message = '', ...fix] = error.message.split(': write ');
    const part = /"([^"]+)"/.exec(message)?.[1] ?? '';
    const start = Math.max(0, where.indexOf(part));
    return refuse('--where', where, {
      code: 'Q004',
      message,
      span: { start, end: start + part.length },
      ...(fix.length && { fix: `write ${fix.join(': write ')}` }),
    });
  }
};
const undeclared = (text: string, { name }: Understood): Refused => {
  const start = Math.max(0, text.search(new RegExp(name.replace(/[^\p{L}\p{N}]/gu, '\\$&'), 'u')));
  return refuse('function', text, {
    code: 'Q005',
    message: `${name} is not declared`,
    span: { start, end: start + name.length },
    fix: `say what it is: --where "…, ${name}: n×n"`,
  });
};
const noVariable = (wrt: string, understood: readonly Understood[]): Refused =>
  refuse('--wrt', wrt, {
    code: 'Q006',
    message: `"${wrt.trim()}" is no variable that --where declares`,
    span: whole(wrt),
    expected: `one of ${
      understood
        .filter(u => u.shape && u.role !== 'function')
        .map(u => u.name)
        .join(', ') || 'the declared letters'
    }`,
    fix: 'name one letter, and declare it in --where',
  });
