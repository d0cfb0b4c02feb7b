// Chains → claims: every "=" that does not define joins its two neighbours; under each layout that could be meant it says one thing.

import type { Document, Passage, Problem } from '../document/document.ts';
import { position } from '../document/document.ts';
import * as make from '../expression/build.ts';
import {
  dimensionNames,
  isScalar,
  type Shape,
  sameShape,
  shapeText,
  transposed,
} from '../expression/dimension.ts';
import { children, type Expression, type Layout } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Sym } from '../expression/symbol.ts';
import type { Syntax } from '../latex/syntax.ts';
import { Builder, type Layouts } from './build.ts';
import type { Claim, Listed, Reading, Rescue } from './claim.ts';
import type { Inference } from './infer.ts';
import { misfit, Refusal } from './refusal.ts';
import type { Letter, Scope } from './scope.ts';
import type { Namer } from './unify.ts';
import { inner, pieces } from './walk.ts';

/** The combinations of conventions that are tried, under the name by which a verdict reports them. */
const CONVENTIONS: readonly { layout: Layout; layouts: Layouts }[] = [
  { layout: 'gradient', layouts: { scalar: 'gradient', other: 'numerator' } },
  { layout: 'numerator', layouts: { scalar: 'numerator', other: 'numerator' } },
  { layout: 'denominator', layouts: { scalar: 'denominator', other: 'denominator' } },
];

export interface Surroundings {
  readonly scope: Scope;
  readonly inference: Inference;
  readonly namer: Namer;
  readonly dimensions: ReadonlySet<string>;
  /** Letters that the document differentiates by. */
  readonly variables: readonly string[];
  readonly forced: Layout | null;
}

export const claimsOf = (p: Passage, around: Surroundings): { claims: Claim[]; listed: Listed[] } => {
  const { document } = around.scope;
  const claims: Claim[] = [];
  const listed: Listed[] = [];
  const { items, relations } = p.chain;
  relations.forEach((relation, i) => {
    const [left, right] = [items[i]!, items[i + 1]!];
    const { line } = position(document.text, relation.span.start);
    const text = quote(document, left, right, relation.sign);
    const defines = (i === 0 && around.scope.definitions.has(p.chain)) || relation.sign === ':=';
    const why: Listed['why'] | null = defines
      ? 'definition'
      : relation.sign !== '=' && relation.sign !== '≡'
        ? 'not an equation'
        : p.role === 'condition' || p.role === 'mention'
          ? p.role
          : isOperatorDefinition(p, left)
            ? 'definition'
            : null;
    if (why) {
      listed.push({ line, text, why });
      return;
    }
    const at = position(document.text, relation.span.start);
    const whole = { start: left.span.start, end: right.span.end };
    claims.push({
      id: '',
      text,
      lhs: fold(document.text.slice(left.span.start, left.span.end)),
      rhs: fold(document.text.slice(right.span.start, right.span.end)),
      span: relation.span,
      whole,
      line: at.line,
      column: at.column,
      endLine: position(document.text, relation.span.end).line,
      readings: readings(p, left, right, relation.span, around),
    });
  });
  return { claims, listed };
};

/** "with A:B = tr(AᵀB)" says what a sign means; under "write" or "with" it is no claim. */
const isOperatorDefinition = (p: Passage, left: Syntax): boolean =>
  p.role === 'define' && (left.kind === 'binary' || left.kind === 'inner' || left.kind === 'norm');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const quote = (d: Document, left: Syntax, right: Syntax, sign: string): string =>
  `${fold(d.text.slice(left.span.start, left.span.end))} ${sign} ${fold(d.text.slice(right.span.start, right.span.end))}`;

interface Varying {
  readonly keys: readonly string[];
  /** Taken as constant because no d stands before them, though the text does not say so. */
  readonly assumed: readonly string[];
  /** Something is differentiated, and nothing says what varies in it. */
  readonly unsaid: boolean;
}
/** The x of d(xᵀ) and of d vec(x). */
const movedIn = (s: Syntax): Syntax => {
  const of = inner(s);
  if (of.kind === 'transpose') return movedIn(of.of);
  return of.kind === 'call' && of.fn === 'vec' && of.args.length === 1 ? movedIn(of.args[0]!) : of;
};
/** The X of an x that is vec X. */
const unvectorized = (l: Letter | null, scope: Scope): Letter | null => {
  const body = l?.definition?.body;
  return body?.kind === 'call' && body.fn === 'vec' ? scope.of(body.args[0]!) : l;
};
/** Letters whose differentials vary here: those the document differentiates by, if a d reaches one, else those behind a d. */
const varyingIn = (p: Passage, around: Surroundings): Varying => {
  const { scope, variables } = around;
  const reached = new Set<Letter>();
  const behind = new Set<string>();
  const reach = (s: Syntax): void => {
    for (const piece of pieces(s)) {
      const letter = piece.kind === 'call' ? scope.find(piece.fn, 'plain') : scope.of(piece);
      if (!letter || reached.has(letter)) continue;
      reached.add(letter);
      if (letter.definition) reach(letter.definition.body);
    }
  };
  for (const item of p.chain.items)
    for (const piece of pieces(item)) {
      if (piece.kind !== 'differential') continue;
      reach(piece.of);
      const letter = unvectorized(scope.of(movedIn(piece.of)), scope);
      if (letter && !letter.definition && letter.declaration?.role !== 'constant') behind.add(letter.key);
    }
  for (const l of reached) if (l.declaration?.role === 'variable') behind.add(l.key);
  const byDocument = [...reached].some(l => variables.includes(l.key)) || behind.size === 0;
  const keys = byDocument ? [...variables] : [...behind];
  const open = [...reached].filter(
    l =>
      !l.definition &&
      l.declaration?.kind !== 'function' &&
      !l.declaration?.role &&
      !around.dimensions.has(l.name),
  );
  const assumed = byDocument ? [] : open.filter(l => !behind.has(l.key)).map(l => l.name);
  return { keys, assumed, unsaid: open.length > 0 && keys.length === 0 };
};
const nothingVaries = (at: Syntax['span']): Problem => ({
  severity: 'error',
  code: 'A041',
  message: 'a differential is taken, and nothing says what varies',
  span: at,
  expected: 'a dX, F(X), or "with respect to X" somewhere in the text',
  fix: 'say what varies, or that the letters are constant',
});

const readings = (
  p: Passage,
  left: Syntax,
  right: Syntax,
  at: Syntax['span'],
  around: Surroundings,
): Reading[] => {
  const { document } = around.scope;
  const { keys: varying, assumed, unsaid } = varyingIn(p, around);
  if (unsaid) return [{ layout: null, kind: null, content: { unreadable: nothingVaries(at) } }];
  const given = assumed.map(name => `${name} constant`);
  const builder = (layouts: Layouts, symmetric: string | null = null): Builder =>
    new Builder(
      around.scope,
      around.inference,
      around.namer,
      layouts,
      varying,
      p,
      around.dimensions,
      symmetric,
    );
  const read = (layouts: Layouts): { content: Reading['content']; used: Builder['used'] } => {
    const b = builder(layouts);
    try {
      return { content: { statement: statement(b, left, right, at) }, used: b.used };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { content: refused(error, around, [left, right], b.used.other), used: b.used };
    }
  };
  const letters = lettersIn(around.scope, [left, right]);
  const doubts = [
    ...vectorDoubts(letters, around.scope),
    ...doubtsOf(letters, around),
    ...functionDoubts([left, right], letters, around),
    ...unusedDoubts(letters, at, around.scope),
  ];
  if (document.conventions.primesGuessed && [left, right].some(s => hasPrime(document, s)))
    doubts.push('a prime may be a transpose: say what it means');
  if (mayBeEquation([left, right], around))
    doubts.push('it may be an equation that says how a letter depends on its parameter');
  const rescues = (layouts: Layouts): Rescue[] =>
    letters
      .filter(l => couldBeSymmetric(l, around))
      .map(l => ({
        condition: `${l.name} is symmetric`,
        unsaid: !l.declaration,
        statement: () => attempt(() => statement(builder(layouts, l.key), left, right, at)),
      }));
  const [first] = CONVENTIONS;
  const { content, used } = read(first!.layouts);
  if (!used.scalar && !used.other)
    return [{ layout: null, kind: null, content, given, doubts, rescues: rescues(first!.layouts) }];
  const kind = used.other ? 'other' : 'scalar';
  const forced = around.forced ?? p.layout ?? null;
  const meant = CONVENTIONS.filter(
    c =>
      (c.layout !== 'denominator' || used.other || used.scalarByMatrix) &&
      (c.layout !== 'gradient' || used.scalar),
  );
  const chosen = meant.filter(c => c.layout === forced);
  return (chosen.length ? chosen : meant).map(c => ({
    layout: c.layout,
    kind,
    content: c === first ? content : read(c.layouts).content,
    given,
    doubts,
    rescues: rescues(c.layouts),
  }));
};

const attempt = (make: () => Statement): Statement | null => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Letters of some syntax, those in the definitions of others included. */
const lettersIn = (scope: Scope, sides: readonly Syntax[]): Letter[] => {
  const found = new Set<Letter>();
  const reach = (s: Syntax): void => {
    for (const piece of pieces(s)) {
      const letter =
        piece.kind === 'call'
          ? scope.find(piece.fn, 'plain')
          : piece.kind === 'name'
            ? scope.find(piece.name, piece.font)
            : null;
      if (!letter || found.has(letter)) continue;
      found.add(letter);
      if (letter.definition) reach(letter.definition.body);
    }
  };
  for (const side of sides) reach(side);
  return [...found];
};

/**
 * What may have been meant otherwise: an undeclared scalar with the name of a size may be the size of something in sight, and a letter
 * that nothing introduces, in a text that declares its letters, may be a slip of the pen for one of them.
 */
const doubtsOf = (
  letters: readonly Letter[],
  { scope, dimensions, namer, inference }: Surroundings,
): string[] => {
  const declares = scope.letters.filter(l => l.declaration?.rows && l.declaration.cols).length > 1;
  return letters
    .filter(
      l => !l.declaration && !l.definition && !dimensions.has(l.name) && !inference.dependence.of.has(l.key),
    )
    .flatMap(l => {
      if (isScalar(namer.shape(l.shape)) && SIZE_NAME.test(l.name))
        return [`${l.name} may be a size: declare what has ${l.name} rows or columns`];
      return declares ? [`${l.name} is not declared, as others are: a slip of the pen?`] : [];
    });
};
/** dX/dt = AX, a differential equation: some terms hold the derivative by a parameter, others none. */
const mayBeEquation = (sides: readonly Syntax[], { inference }: Surroundings): boolean => {
  const holds = sides.flatMap(termsOf).map(term =>
    [...pieces(term)].some(piece => {
      const by = piece.kind === 'derivative' && piece.by[0] && inference.dependence.parameter(piece.by[0]);
      return by && inference.dependence.of.has(by.key);
    }),
  );
  return holds.includes(true) && holds.includes(false);
};
const termsOf = (s: Syntax): Syntax[] => {
  const of = inner(s);
  return of.kind === 'sum' ? of.terms.flatMap(t => termsOf(t.of)) : [of];
};

/** A prime that was read as a derivative. */
const hasPrime = (document: Document, s: Syntax): boolean =>
  [...pieces(s)].some(
    piece =>
      piece.kind === 'derivative' &&
      piece.by.some(by => /^(?:'|′|\\prime)/.test(document.text.slice(by.span.start, by.span.end))),
  );
/** f taken for vec F, though the text only says that it vectorizes. */
const vectorDoubts = (letters: readonly Letter[], scope: Scope): string[] =>
  letters
    .filter(l => scope.vectorized.has(l))
    .map(l => `${l.name} is taken for vec ${l.name.toUpperCase()}: define it`);

const EINSTEIN = /\bEinstein\b|summation convention|repeated ind(?:ex|ices)/i;
/** What the text says of letters in sight and no judge uses: words such as "nilpotent", equations that it supposes. */
const unusedDoubts = (letters: readonly Letter[], at: Syntax['span'], scope: Scope): string[] => {
  const words = letters.flatMap(l =>
    (l.declaration?.unused ?? []).map(word => `${l.name} is said to be ${word}, which is not used`),
  );
  const seen = new Set(letters);
  const supposed = scope.document.passages.filter(
    p =>
      p.role === 'condition' &&
      !p.used &&
      p.span.start < at.start &&
      lettersIn(scope, p.chain.items).some(l => seen.has(l)),
  );
  const equations = supposed.map(
    p => `the text supposes ${fold(scope.document.text.slice(p.span.start, p.span.end))}, which is not used`,
  );
  const summed = EINSTEIN.test(scope.document.text)
    ? ['the text sums over repeated indices, which is not read']
    : [];
  return [...words, ...equations, ...summed];
};

/** exp, log or sqrt that only the context makes functions of a matrix. */
const functionDoubts = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  { inference }: Surroundings,
): string[] => {
  const written = [...sides, ...letters.flatMap(l => (l.definition ? [l.definition.body] : []))];
  const used = new Set(written.flatMap(s => [...pieces(s)].flatMap(p => (p.kind === 'call' ? [p.fn] : []))));
  return [...inference.matrixFunctions]
    .filter(([name, evidence]) => evidence === 'guessed' && used.has(name))
    .map(([name]) => `${name} may act on the entries of a matrix: say which is meant`);
};
const SIZE_NAME = /^[nmpqdkNMKD]$/;

const couldBeSymmetric = (l: Letter, { namer }: Surroundings): boolean => {
  const { rows, cols } = namer.shape(l.shape);
  const free = !l.definition && l.declaration?.kind !== 'function' && !l.declaration?.role;
  return (
    free &&
    rows.length > 0 &&
    shapeText({ rows, cols }) === shapeText({ rows: cols, cols: rows }) &&
    !SYMMETRIC.some(structure => l.declaration?.structure.includes(structure))
  );
};
const SYMMETRIC = ['symmetric', 'positive-definite', 'diagonal', 'skew'] as const;

/** A derivative inside of a larger expression, whose arrangement the rest depends on. */
const nested = (piece: Syntax, side: Syntax): boolean => piece.kind === 'derivative' && inner(side) !== piece;

/** A clash of shapes is a misfit only where the author declared every letter in it; else the shapes are asked back. */
const refused = (
  error: Refusal,
  around: Surroundings,
  sides: readonly Syntax[],
  byLayout: boolean,
): Reading['content'] => {
  if (error.kind === 'unreadable') return { unreadable: error.problem };
  if (byLayout && sides.some(s => [...pieces(s)].some(piece => nested(piece, s))))
    return {
      unreadable: {
        ...error.problem,
        code: 'H005',
        message: `${error.problem.message}, in this layout; the derivative may be meant in another one`,
        fix: 'say how ∂F/∂X is arranged: numerator or denominator layout',
      },
    };
  const undeclared = new Set<string>();
  for (const side of sides)
    for (const piece of pieces(side)) {
      const letter = piece.kind === 'name' ? around.scope.find(piece.name, piece.font) : null;
      if (letter && !letter.definition && !letter.declaration) undeclared.add(letter.name);
    }
  const inferred = [...undeclared].filter(name => !around.dimensions.has(name));
  if (inferred.length === 0) return { misfit: error.problem };
  const problem: Problem = {
    ...error.problem,
    code: 'H002',
    message: `${error.problem.message}, with the shapes that were inferred`,
    fix: `declare the shape of ${inferred.join(', ')}`,
  };
  return { unreadable: problem };
};

const statement = (b: Builder, left: Syntax, right: Syntax, at: Syntax['span']): Statement => {
  let [lhs, rhs] = [b.build(left), b.build(right)];
  if (!sameShape(lhs.shape, rhs.shape)) {
    if (isZeroNumber(rhs)) rhs = make.zeros(lhs.shape);
    else if (isZeroNumber(lhs)) lhs = make.zeros(rhs.shape);
    else throw sidesMisfit(lhs.shape, rhs.shape, at);
  }
  return stated(lhs, rhs);
};

const isZeroNumber = (e: Expression): boolean => e.op === 'number' && e.value.num === 0n;

const sidesMisfit = (lhs: Shape, rhs: Shape, at: Syntax['span']): Refusal =>
  misfit(
    at,
    `the left side is ${describe(lhs)}, the right side ${describe(rhs)}`,
    'both sides need the same shape',
    sameShape(lhs, transposed(rhs))
      ? 'transpose one side'
      : 'check the shapes that were declared or inferred',
  );
const describe = (s: Shape): string => (isScalar(s) ? 'a scalar' : shapeText(s));

/** A statement with the symbols and dimension names that occur in it. */
export const stated = (lhs: Expression, rhs: Expression): Statement => {
  const symbols = new Map<string, Sym>();
  const dims = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    for (const name of dimensionNames(e.shape.rows, e.shape.cols)) dims.add(name);
    if (e.op === 'symbol') symbols.set(e.symbol.name, e.symbol);
    if (e.op === 'derivative') symbols.set(e.by.name, e.by);
    if (e.op === 'size') for (const name of dimensionNames(e.dim)) dims.add(name);
    if (e.op === 'sum' && typeof e.index.dim === 'string') dims.add(e.index.dim);
    for (const child of children(e)) visit(child);
  };
  visit(lhs);
  visit(rhs);
  return { lhs, rhs, symbols: [...symbols.values()], dimensions: [...dims] };
};
