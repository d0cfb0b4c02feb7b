// The letters of a document: declared, defined, or only used. A letter is found by name and font: same font first, else the other.
//   every letter has a shape term; declared dimensions are fixed, the others are variables that inference binds
//   a definition gives a letter a body: F(X) = …, y := Ax − b, "with S = Diag(s)"

import type { Declaration, Document, Passage } from '../document/document.ts';
import type { Eigenpair } from '../document/eigenpairs.ts';
import { halves } from '../document/knowledge.ts';
import type { Members } from '../document/members.ts';
import { isColumn } from '../expression/dimension.ts';
import { operandsOf, pieces } from '../latex/operands.ts';
import type { Chain, Font, Span, Syntax } from '../latex/syntax.ts';
import { rational } from '../number/rational.ts';
import { isKnownFunction } from './known.ts';
import { spectralBodies } from './spectral.ts';
import { type Namer, type ShapeTerm, Unifier } from './unify.ts';
import { inner } from './walk.ts';

export interface Definition {
  readonly parameters: readonly Letter[];
  readonly body: Syntax;
  readonly span: Span;
}
export interface Letter {
  /** Unique in the document. */
  readonly key: string;
  readonly name: string;
  readonly font: Font;
  readonly latex: string;
  readonly declaration: Declaration | null;
  shape: ShapeTerm;
  readonly span: Span;
  definition: Definition | null;
  /** The D of L = f(D), a scalar about which nothing else is said. */
  opaque: Syntax | null;
  /** Stands transposed somewhere, as scalars do not. */
  turned: boolean;
  /** x with x_i a vector for each i: the columns of one matrix of shape `shape`. */
  family: boolean;
}

const GREEK = /^[α-ωϵϑϕϱ]$/u;
const UPPER = /^\p{Lu}/u;
/** Letters that stand for scalars unless their use says otherwise. */
export const prefersScalar = (l: Letter): boolean =>
  !l.turned &&
  l.declaration?.kind !== 'vector' &&
  (GREEK.test(l.name.normalize('NFD')[0] ?? '') || /^[tc]$/.test(l.name)) &&
  l.font !== 'bold';
export const isUpper = (name: string): boolean => UPPER.test(name);

export class Scope {
  readonly unifier = new Unifier();
  readonly #letters = new Map<string, Letter[]>();
  /** Chains whose first relation defines, and what it defines. */
  readonly definitions = new Map<Chain, Letter>();
  /** Small letters that are, unsaid, taken for the vec of their capitals. */
  readonly vectorized = new Set<Letter>();
  /** Scalar functions of which only their argument is told. */
  readonly opaqueFunctions = new Set<string>();

  constructor(readonly document: Document) {
    for (const d of document.declarations) if (d.kind !== 'dimension' && d.kind !== 'index') this.#declare(d);
    for (const pair of document.eigenpairs ?? []) this.#means(pair);
    for (const p of document.passages) this.#define(p);
    this.#vectorize();
  }

  /** In the order of their names' first appearance. */
  get letters(): readonly Letter[] {
    return (this.#all ??= [...this.#letters.values()].flat());
  }
  #all: Letter[] | null = null;

  /** The letter of this name, in this font if there is one, else in any; made when it is new. */
  letter(name: string, font: Font, latex: string, span: Span): Letter {
    return this.find(name, font) ?? this.#add(name, font, latex, span, null);
  }
  find(name: string, font: Font): Letter | null {
    const all = this.#letters.get(name) ?? [];
    return all.find(l => l.font === font) ?? all[0] ?? null;
  }
  of(s: Syntax): Letter | null {
    const name = inner(s);
    return name.kind === 'name' ? this.letter(name.name, name.font, name.latex, name.span) : null;
  }

  /** Whether D_n or L_n, undeclared, is the duplication or the elimination matrix: so it is where the document halves. */
  halving(s: Syntax): 'duplication' | 'elimination' | null {
    if (s.kind !== 'name' || (s.name !== 'D' && s.name !== 'L')) return null;
    const letter = this.find(s.name, s.font);
    if (letter?.declaration || letter?.definition) return null;
    this.#halves ??= halves(this.document.text);
    return this.#halves ? (s.name === 'D' ? 'duplication' : 'elimination') : null;
  }
  #halves: boolean | null = null;

  /** x_i is from now on a column of one matrix x. */
  makeFamily(l: Letter): void {
    l.family = true;
    l.shape = { rows: l.shape.rows, cols: [this.unifier.fresh()] };
  }

  /** x_i is column i of X, or of Xᵀ. */
  makeMembers({ family, matrix, turned }: Members): void {
    const of = this.letter(matrix.name, matrix.font, matrix.latex, matrix.span);
    const letter = this.letter(family.name, family.font, family.latex, family.span);
    if (letter.definition || letter === of) return;
    const { span } = family;
    const name: Syntax = { kind: 'name', name: of.name, font: of.font, latex: of.latex, span };
    const body: Syntax = turned ? { kind: 'transpose', of: name, prime: false, span } : name;
    letter.definition = { parameters: [], body, span };
    letter.family = true;
    letter.shape = turned ? { rows: of.shape.cols, cols: of.shape.rows } : of.shape;
  }

  /** Letters that the prose says to be eigenvalues and the like, whose shapes their definitions give. */
  readonly spectral: Letter[] = [];
  #means(pair: Eigenpair): void {
    for (const { letter, body } of spectralBodies(pair)) {
      const { name, font, latex, span } = letter;
      const own = this.find(name, font) ?? this.#add(name, font, latex, span, null);
      own.definition = { parameters: [], body, span };
      own.shape = this.unifier.freshShape();
      this.spectral.push(own);
    }
  }

  #declare(d: Declaration): void {
    if (this.#letters.get(d.name)?.some(l => l.font === d.font)) return;
    this.#add(d.name, d.font, d.latex, d.span, d);
  }

  #add(name: string, font: Font, latex: string, span: Span, declaration: Declaration | null): Letter {
    const others = this.#letters.get(name) ?? [];
    const letter: Letter = {
      key: others.length ? `${name} (${font})` : name,
      name,
      font,
      latex,
      declaration,
      shape: this.#shapeOf(name, declaration),
      span,
      definition: null,
      opaque: null,
      turned: false,
      family: false,
    };
    this.#letters.set(name, [...others, letter]);
    this.#all = null;
    return letter;
  }

  #shapeOf(name: string, d: Declaration | null): ShapeTerm {
    const u = this.unifier;
    if (d?.kind === 'scalar') return { rows: [], cols: [] };
    if (d?.role === 'commutation') {
      const [m, n] = [u.fresh(), u.fresh()];
      return { rows: [m, n], cols: [n, m] };
    }
    const vector = d ? d.kind === 'vector' : !isUpper(name);
    const rows = d?.rows ?? (d?.kind === 'row' ? [] : [u.fresh()]);
    const squareLike = d?.square || d?.structure.some(s => SQUARE.has(s));
    const cols =
      d?.cols ?? (squareLike && !vector ? rows : vector && !(d?.kind === 'matrix') ? [] : [u.fresh()]);
    return { rows, cols };
  }

  /** A relation defines when its left side is a letter, or a function of letters, that is not known yet. */
  #define(p: Passage): void {
    const { chain } = p;
    const [head, body] = chain.items;
    const sign = chain.relations[0]?.sign;
    if (!head || !body || (sign !== '=' && sign !== ':=' && sign !== '≡') || p.role === 'condition') return;
    const target = definable(labelled(this, head) ?? head);
    if (!target) return;
    const known = this.find(target.name.name, target.name.font);
    const told = p.role === 'define' || sign === ':=';
    const isGiven = known?.declaration && known.declaration.kind !== 'function' && !told;
    if (known?.definition || isGiven || known?.declaration?.role === 'variable' || known?.declaration?.means)
      return;
    const own = (s: Syntax): boolean => s.kind === 'name' && s.name === target.name.name;
    if (pieces(body).some(s => own(s) || (s.kind === 'call' && s.fn === target.name.name))) return;
    const { name, font, latex, span } = target.name;
    const letter = known ?? this.#add(name, font, latex, span, null);
    const parameters = target.parameters.map(a => this.letter(a.name, a.font, a.latex, a.span));
    letter.definition = { parameters, body, span: chain.span };
    this.definitions.set(chain, letter);
    const inside = inner(body);
    if (inside.kind !== 'call' || parameters.length || !this.#isOpaque(inside, letter, chain)) return;
    letter.opaque = inside.args[0]!;
    letter.shape = { rows: [], cols: [] };
    this.opaqueFunctions.add(inside.fn);
  }

  /** df and ∂f/∂x of letters that stand nowhere else, in a text that vectorizes: f = vec F, x = vec X. */
  #vectorize(): void {
    if (!/\bvectori[sz]|=\s*\\(?:operatorname\{)?v(?:ec)?\b/i.test(this.document.text)) return;
    const behind = new Map<string, Name>();
    const elsewhere = new Set<string>();
    const visit = (s: Syntax): void => {
      const found = s.kind === 'differential' ? [s.of] : s.kind === 'derivative' ? [s.of, ...s.by] : [];
      for (const operand of operandsOf(s)) {
        const of = inner(operand);
        if (of.kind === 'name' && found.includes(operand)) behind.set(of.name, of);
        else visit(operand);
      }
      if (s.kind === 'name') elsewhere.add(s.name);
      if (s.kind === 'call') elsewhere.add(s.fn);
    };
    for (const p of this.document.passages) for (const item of p.chain.items) visit(item);
    for (const [name, of] of behind) {
      const matrix = name.toUpperCase();
      const known = this.find(name, of.font);
      if (elsewhere.has(name) || !/^[a-z]$/.test(name) || known?.declaration || known?.definition) continue;
      if (!elsewhere.has(matrix) && !behind.has(matrix) && !this.find(matrix, 'plain')) continue;
      const letter = known ?? this.#add(name, of.font, of.latex, of.span, null);
      const arg: Syntax = {
        ...of,
        name: matrix,
        font: this.find(matrix, 'plain')?.font ?? 'plain',
        latex: matrix,
      };
      const body: Syntax = { kind: 'call', fn: 'vec', args: [arg], primes: 0, span: of.span };
      letter.definition = { parameters: [], body, span: of.span };
      const { rows, cols } = this.letter(arg.name, arg.font, arg.latex, arg.span).shape;
      letter.shape = { rows: [...cols, ...rows], cols: [] };
      if (!this.#isShown(name, matrix)) this.vectorized.add(letter);
    }
  }

  /** df = vec(dF). */
  #isShown(name: string, matrix: string): boolean {
    const is = (s: Syntax | undefined, of: string): boolean => {
      const d = s && inner(s);
      const letter = d?.kind === 'differential' ? inner(d.of) : null;
      return letter?.kind === 'name' && letter.name === of;
    };
    return this.document.passages.some(({ chain: { items } }) =>
      items.some((item, i) => {
        const next = items[i + 1] && inner(items[i + 1]!);
        return is(item, name) && next?.kind === 'call' && next.fn === 'vec' && is(next.args[0], matrix);
      }),
    );
  }

  /** L = f(D), "a scalar", with an f that nothing defines. */
  #isOpaque(body: Extract<Syntax, { kind: 'call' }>, letter: Letter, chain: Chain): boolean {
    const unknown = !isKnownFunction(body.fn) && !this.find(body.fn, 'plain') && body.primes === 0;
    const said = /^\s*\$?[\s,]*(?:is |be )?a scalar\b/.test(
      this.document.text.slice(chain.span.end, chain.span.end + 24),
    );
    const of = body.args.length === 1 ? inner(body.args[0]!) : null;
    return unknown && of?.kind === 'name' && (said || letter.declaration?.kind === 'scalar');
  }
}

/** A_{11} of a declared matrix and x_1 of a declared vector, read as names, are entries; null when they are names of their own. */
export const entryByDigits = (scope: Scope, s: Name): Extract<Syntax, { kind: 'subscript' }> | null => {
  const digits = /^(.+)_([1-9])([1-9])?$/u.exec(s.name);
  const base = digits && scope.find(digits[1]!, s.font);
  if (!digits || !base?.declaration || scope.find(s.name, s.font)) return null;
  const number = (text: string): Syntax => ({ kind: 'number', value: rational(BigInt(text)), span: s.span });
  const subscripts = [digits[2]!, ...(digits[3] ? [digits[3]] : [])].map(number);
  return { kind: 'subscript', of: { ...s, name: base.name, font: base.font }, subscripts, span: s.span };
};

/** D_x, where x is a letter that the prose declares, is a name of its own. */
export const labelled = (scope: Scope, s: Syntax): Name | null => {
  const head = inner(s);
  if (head.kind !== 'subscript' || head.of.kind !== 'name' || head.subscripts.length !== 1) return null;
  const [label] = head.subscripts;
  if (label?.kind !== 'name' || !scope.find(label.name, label.font)?.declaration) return null;
  return { ...head.of, name: `${head.of.name}_${label.name}`, span: head.span };
};

const SQUARE: ReadonlySet<string> = new Set([
  'diagonal',
  'symmetric',
  'skew',
  'orthogonal',
  'invertible',
  'idempotent',
  'permutation',
  'positive-definite',
  'lower-triangular',
  'upper-triangular',
  'toeplitz',
]);

/** A vector whose entries add up to 1, held fixed: where it varies, nothing follows from its entries alone. */
export const addsUp = (
  { declaration, key, shape }: Letter,
  varying: readonly string[],
  namer: Namer,
): boolean => declaration?.unitSum === true && !varying.includes(key) && isColumn(namer.shape(shape));

type Name = Extract<Syntax, { kind: 'name' }>;

/** The left side of a definition: F, F(X), f(x, y), and D_x, whose subscript is a letter in use. */
const definable = (s: Syntax): { name: Name; parameters: Name[] } | null => {
  const head = inner(s);
  if (head.kind === 'name') return { name: head, parameters: [] };
  if (head.kind !== 'call' || head.primes > 0 || isKnownFunction(head.fn)) return null;
  const parameters = head.args.map(inner);
  if (!parameters.every((a): a is Name => a.kind === 'name')) return null;
  const name: Name = { kind: 'name', name: head.fn, font: 'plain', latex: head.fn, span: head.span };
  return { name, parameters };
};
