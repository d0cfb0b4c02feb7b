// What the author may have meant otherwise: under a doubt a refutation is none, since the claim may be right as it was meant.

import type { Document, Passage } from '../document/document.ts';
import { isColumn, isScalar, sameShape, shapeText } from '../expression/dimension.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Syntax } from '../latex/syntax.ts';
import { compare, ZERO } from '../number/rational.ts';
import { fold } from './claim.ts';
import { repeats, sumsRepeated } from './einstein.ts';
import { isUpper, type Letter, type Scope } from './scope.ts';
import { isSpectral } from './spectral.ts';
import type { Surroundings } from './surroundings.ts';
import type { Namer } from './unify.ts';
import { inner } from './walk.ts';

/** Every doubt about a claim with these sides and these letters. */
export const doubtsOf = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  at: Syntax['span'],
  around: Surroundings,
): string[] => {
  const { document } = around.scope;
  const prime = document.conventions.primesGuessed && sides.some(s => hasPrime(document, s));
  return [
    ...vectorDoubts(letters, around.scope),
    ...letterDoubts(letters, around),
    ...functionDoubts(sides, letters, around),
    ...unusedDoubts(letters, at, around.scope),
    ...(sumsRepeated(document) && sides.some(repeats)
      ? ['the text sums over repeated indices, which is not read here']
      : []),
    ...memberDoubts(letters),
    ...spectralDoubts(sides, letters, around),
    ...letters
      .filter(l => around.scope.document.worded?.has(l.name))
      .map(l => `the text says in words what ${l.name} is`),
    ...stillDoubts(sides, letters, around),
    ...applied(sides, around),
    ...dottedDoubts(sides, document),
    ...sides.flatMap(anotherLetter),
    ...scaledDoubts(sides, around.scope),
    ...(isUpdate(sides, around.scope)
      ? ['it may be an update, which gives the letter on the left another value']
      : []),
    ...(prime ? ['a prime may be a transpose: say what it means'] : []),
    ...primedDoubts(sides, document),
    ...(mayBeEquation(sides, around)
      ? ['it may be an equation that says how a letter depends on its parameter']
      : []),
    ...introducedDoubts(sides, around),
    ...unknownDoubts(sides, around.scope),
  ];
};

/** A letter that is called a matrix, or stands transposed or below diag, and that only the claims make a number. */
export const shrunk = (letters: readonly Letter[], { namer }: Surroundings): Letter | undefined =>
  letters.find(({ turned, declaration, definition, shape }) => {
    const isMatrix = declaration ? declaration.kind === 'matrix' && !declaration.rows : turned && !definition;
    return isMatrix && isScalar(namer.shape(shape));
  });

/** W = W − αG: the sum begins with the letter that it gives a value to, and no definition has given it one. */
const isUpdate = ([left, right]: readonly Syntax[], scope: Scope): boolean => {
  const [to, sum] = [left && inner(left), right && inner(right)];
  if (to?.kind !== 'name' || sum?.kind !== 'sum' || scope.find(to.name, to.font)?.definition) return false;
  const [first] = sum.terms;
  const from = first && !first.negative ? inner(first.of) : null;
  return from?.kind === 'name' && from.name === to.name && from.font === to.font;
};

/** Letters of some syntax, those in the definitions of others (all but `closed`) included, free indices not. */
export const lettersIn = (
  scope: Scope,
  sides: readonly Syntax[],
  closed: ReadonlySet<Letter> = new Set(),
): Letter[] => {
  const found = new Set<Letter>();
  const reach = (s: Syntax): void => {
    const indices = new Set<Syntax>();
    for (const piece of pieces(s)) {
      if (piece.kind === 'subscript') for (const index of piece.subscripts) indices.add(inner(index));
      const letter =
        piece.kind === 'call'
          ? scope.find(piece.fn, 'plain')
          : piece.kind === 'name'
            ? scope.find(piece.name, piece.font)
            : null;
      if (!letter || found.has(letter)) continue;
      if (indices.has(piece) && !letter.declaration && !letter.definition) continue;
      found.add(letter);
      if (letter.definition && !closed.has(letter)) reach(letter.definition.body);
      if (letter.opaque) reach(letter.opaque);
    }
  };
  for (const side of sides) reach(side);
  return [...found];
};

/**
 * A letter that nothing introduces, in a text that declares its letters, may be a slip of the pen for one of them, unless it stands in
 * other formulas too; a square matrix remains in doubt, since its structure may be unsaid. One with the name of a size may be a size, which
 * is tried (see reading.ts).
 */
const letterDoubts = (
  letters: readonly Letter[],
  { scope, dimensions, wholes, namer, inference, usage }: Surroundings,
): string[] => {
  const declares = scope.letters.filter(l => l.declaration?.rows && l.declaration.cols).length > 1;
  const parameters = new Set(scope.letters.flatMap(l => l.definition?.parameters ?? []));
  return letters
    .filter(
      l =>
        !l.declaration &&
        !l.definition &&
        !dimensions.has(l.name) &&
        !parameters.has(l) &&
        !usage.direction.has(l.name) &&
        !wholes.has(l.name) &&
        !inference.dependence.of.has(l.key),
    )
    .flatMap(l => {
      if (mayBeSize(l, namer)) return [];
      const { rows, cols } = namer.shape(l.shape);
      const isSquare = rows.length > 0 && sameShape({ rows, cols }, { rows: cols, cols: rows });
      const isOften = (usage.chains.get(l.name) ?? 0) > 1 && !isSquare;
      return declares && !isOften ? [`${l.name} is not declared, as others are: a slip of the pen?`] : [];
    });
};

/** A function of which only its name is told, on one side only: nothing follows for the other side. */
const unknownDoubts = (sides: readonly Syntax[], scope: Scope): string[] =>
  onOneSide(sides, scope)
    .filter(({ l }) => l.declaration?.kind === 'function' && !l.declaration.means && !l.definition)
    .map(({ l }) => `the text does not say what ${l.name} is`);

/** vec(Y) = Ax: the A that stands here for the first time, and on one side only, may be given its meaning here. */
const introducedDoubts = (
  sides: readonly Syntax[],
  { scope, usage, dimensions, namer }: Surroundings,
): string[] =>
  onOneSide(sides, scope)
    .filter(({ l }) => !l.declaration && !l.definition && !dimensions.has(l.name) && !mayBeSize(l, namer))
    .filter(({ l, side }) => (usage.first.get(l.name) ?? -1) >= side.span.start)
    .map(({ l }) => `${l.name} stands here for the first time: it may be defined by this line`);

/** The letters that one side has, its definitions included, and the other has not. */
const onOneSide = (
  sides: readonly Syntax[],
  scope: Scope,
): readonly { readonly l: Letter; readonly side: Syntax }[] => {
  const letters = sides.map(side => lettersIn(scope, [side]));
  return sides.flatMap((side, k) =>
    letters[k]!.filter(l => !letters[1 - k]!.includes(l)).map(l => ({ l, side })),
  );
};

/** x_i beside an X: a row or a column of it, perhaps. */
const memberDoubts = (letters: readonly Letter[]): string[] =>
  letters
    .filter(l => l.family && !l.definition && letters.some(m => m.name === l.name.toUpperCase() && m !== l))
    .map(({ name }) => `${name}_i may be a row or a column of ${name.toUpperCase()}: say which`);

/** A vector beside an eigenvalue or a singular value, of which the text says nothing. */
const spectralDoubts = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  { namer, inference }: Surroundings,
): string[] => {
  const written = [...sides, ...letters.flatMap(l => (l.definition ? [l.definition.body] : []))];
  const isOfMatrix = (s: Syntax): boolean =>
    pieces(s).some(p => p.kind === 'name' && isUpper(p.name)) && !isColumn(namer.shape(inference.infer(s)));
  const isBeside = written
    .flatMap(pieces)
    .some(p =>
      p.kind === 'call'
        ? isSpectral(p.fn)
        : p.kind === 'norm' && /^(?:2|op|spec|\*|nuc)$/.test(p.which) && isOfMatrix(p.of),
    );
  return isBeside
    ? letters
        .filter(l => !l.declaration && !l.definition && isColumn(namer.shape(l.shape)))
        .map(l => `${l.name} may be an eigenvector or a singular vector: say which`)
    : [];
};

/** An undeclared scalar with the name of a size. */
export const mayBeSize = (l: Letter, namer: Namer): boolean =>
  !l.declaration && !l.definition && SIZE_NAME.test(l.name) && isScalar(namer.shape(l.shape));
const SIZE_NAME = /^[nmpqdkNMKD]$/;

/** dX/dt = AX, a differential equation: some terms hold the derivative by a parameter, others none. */
const mayBeEquation = (sides: readonly Syntax[], { inference }: Surroundings): boolean => {
  const holds = sides.flatMap(termsOf).map(term =>
    pieces(term).some(piece => {
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

/** c′ = f ⊙ c + i ⊙ g: a prime on a letter that is a whole side may make another letter of it, the new c. */
export const anotherLetter = (side: Syntax): string[] => {
  const of = inner(side);
  const letter = of.kind === 'transpose' && of.prime ? inner(of.of) : null;
  return letter?.kind === 'name' ? [`${letter.name}′ may be another letter, and no transpose`] : [];
};

/** Ȧ⁻¹: the inverse of Ȧ, or the derivative of A⁻¹. */
const dottedDoubts = (sides: readonly Syntax[], { text }: Document): string[] =>
  sides.flatMap(pieces).flatMap(piece => {
    const of = piece.kind === 'power' && !isPositive(piece.exponent) ? inner(piece.of) : null;
    const isDotted =
      (of?.kind === 'name' && of.name.normalize('NFD').endsWith('\u0307')) ||
      (of?.kind === 'derivative' && !/frac|\//.test(text.slice(of.span.start, of.span.end)));
    return isDotted ? ['a dot over an inverse may be its derivative'] : [];
  });
const isPositive = (exponent: Syntax): boolean => {
  const of = inner(exponent);
  return of.kind === 'number' && compare(of.value, ZERO) > 0;
};

/** The X of X + H and of X. */
const argumentsOf = (s: Syntax): Syntax[] => termsOf(s).filter(t => t.kind === 'name');
/** f(X + H) and f′(X)H where f = … depends on X: a value of f, and its derivative along H, rather than products. */
export const applied = (sides: readonly Syntax[], { scope, variables }: Surroundings): string[] => {
  const dependsOn = (f: Letter | null, argument: Syntax): boolean => {
    if (!f?.definition || f.definition.parameters.length > 0) return false;
    const inside = new Set(lettersIn(scope, [f.definition.body]));
    return lettersIn(scope, [argument]).some(l => inside.has(l) && variables.includes(l.key));
  };
  return sides.flatMap(pieces).flatMap(piece => {
    if (piece.kind !== 'product') return [];
    return piece.factors.slice(1).flatMap((argument, k) => {
      const f = piece.factors[k]!;
      const isValue =
        f.kind === 'name' &&
        argument.kind === 'group' &&
        argumentsOf(argument.of).some(x => dependsOn(scope.of(f), x));
      const isDerivative =
        f.kind === 'call' && f.primes > 0 && f.args.some(x => dependsOn(scope.find(f.fn, 'plain'), x));
      if (isValue) return [`${f.name}(…) may be a value of ${f.name}, and no product`];
      return isDerivative ? [`${f.fn}′(…) may act on what follows it`] : [];
    });
  });
};

/**
 * M of ∂f/∂M that a definition brings under a d, in a text that from there on writes dX for another variable X and never dM: it may be
 * held constant. Written under the d itself, as in d(XM) = dX M, it varies.
 */
const stillDoubts = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  { scope, variables, moved }: Surroundings,
): string[] => {
  const differentials = sides.flatMap(s => pieces(s).filter(piece => piece.kind === 'differential'));
  if (differentials.length === 0) return [];
  const since = Math.max(0, ...letters.flatMap(l => (l.definition ? [l.definition.span.start] : [])));
  const isMoved = (key: string): boolean => moved.get(key)?.some(at => at >= since) === true;
  if (!variables.some(isMoved)) return [];
  const written = new Set(differentials.flatMap(d => pieces(d).map(piece => scope.of(piece))));
  return letters
    .filter(l => variables.includes(l.key) && !isMoved(l.key) && !written.has(l))
    .map(l => `${l.name} may be held constant here: d${l.name} is not written`);
};

/** dA, in a text that declares a scalar d. */
const scaledDoubts = (sides: readonly Syntax[], scope: Scope): string[] => {
  const isScalarD = scope.find('d', 'plain')?.declaration?.kind === 'scalar';
  const differs = sides.some(s => pieces(s).some(piece => piece.kind === 'differential'));
  return isScalarD && differs
    ? ['d is a scalar here, and a d may multiply what is read as its differential']
    : [];
};

/** A prime that was read as a transpose, where the text writes ^T for transposes. */
export const primedDoubts = (sides: readonly Syntax[], { conventions }: Document): string[] =>
  conventions.primesGuessed && sides.some(s => pieces(s).some(p => p.kind === 'transpose' && p.prime))
    ? ['a prime may be a derivative, since transposes are written in another way, too']
    : [];

/** A prime that was read as a derivative, by a parameter or along all letters. */
const hasPrime = (document: Document, s: Syntax): boolean =>
  pieces(s).some(piece => {
    if (piece.kind === 'derivative')
      return piece.by.some(by => isPrime(document, by.span.start, by.span.end));
    return piece.kind === 'differential' && isPrime(document, piece.of.span.end, piece.span.end);
  });
const isPrime = (document: Document, start: number, end: number): boolean =>
  /^[\s^{]*(?:'|′|\\prime)/.test(document.text.slice(start, end));

/** f taken for vec F, though the text only says that it vectorizes. */
const vectorDoubts = (letters: readonly Letter[], scope: Scope): string[] =>
  letters
    .filter(l => scope.vectorized.has(l))
    .map(l => `${l.name} is taken for vec ${l.name.toUpperCase()}: define it`);

/** "with A:B = tr(AᵀB)" says what a sign means; under "write" or "with" it is no claim and supposes nothing. */
export const isOperatorDefinition = ({ role, chain: { items } }: Passage): boolean =>
  (role === 'define' && SIGNS.has(items[0]!.kind)) ||
  (role === 'condition' &&
    items.some(item => isSign(item) && operandsOf(item).every(of => of.kind === 'name')));
const SIGNS: ReadonlySet<Syntax['kind']> = new Set(['binary', 'inner', 'norm']);
const isSign = (s: Syntax): boolean =>
  s.kind === 'inner' || (s.kind === 'binary' && s.operator === 'frobenius');

/** What the text says of letters in sight and no judge uses: words such as "nilpotent", equations that it supposes. */
const unusedDoubts = (letters: readonly Letter[], at: Syntax['span'], scope: Scope): string[] => {
  const words = letters.flatMap(l =>
    (scope.spectral.includes(l) ? [] : (l.declaration?.unused ?? [])).map(
      word => `${l.name} is said to be ${word}, which is not used`,
    ),
  );
  const seen = new Set(letters);
  const supposed = scope.document.passages.filter(
    p =>
      p.role === 'condition' &&
      !p.used &&
      !isOperatorDefinition(p) &&
      p.span.start < at.start &&
      lettersIn(scope, p.chain.items).some(l => seen.has(l)),
  );
  const equations = supposed.map(
    p => `the text supposes ${fold(scope.document.text.slice(p.span.start, p.span.end))}, which is not used`,
  );
  return [...words, ...equations];
};

/** exp, log or sqrt that only the context makes functions of a matrix. */
const functionDoubts = (
  sides: readonly Syntax[],
  letters: readonly Letter[],
  { inference }: Surroundings,
): string[] => {
  const written = [...sides, ...letters.flatMap(l => (l.definition ? [l.definition.body] : []))];
  const used = new Set(written.flatMap(s => pieces(s).flatMap(p => (p.kind === 'call' ? [p.fn] : []))));
  return [...inference.matrixFunctions]
    .filter(([name, evidence]) => evidence === 'guessed' && used.has(name))
    .map(([name]) => `${name} may act on the entries of a matrix: say which is meant`);
};

export const couldBeSymmetric = (l: Letter, { namer }: Surroundings): boolean => {
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
