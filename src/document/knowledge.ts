// What is known of letters at a place of the text: declared, used before, defined by an earlier formula, differentiated, tied by an equation.

import { operandsOf, pieces } from '../latex/operands.ts';
import { SPECTRAL_FUNCTIONS } from '../latex/spectral.ts';
import { FUNCTIONS_BY_WORD } from '../latex/symbols.ts';
import type { Chain, Syntax } from '../latex/syntax.ts';
import type { Declaration, Passage } from './document.ts';
import type { Members } from './members.ts';
import { namesIn } from './rewrite.ts';

interface Definition {
  /** Letters that it rests on and that are not defined themselves. */
  readonly free: ReadonlySet<string>;
  /** The letter was differentiated since. */
  differentiated: boolean;
}

export class Knowledge {
  readonly #declared = new Map<string, Declaration>();
  /** Named in the prose: "with respect to X". */
  readonly #variables: ReadonlySet<string>;
  /** Below a ∂, and above one on its own: z in ∂L/∂z and in ∂z/∂W. */
  readonly #varying = new Set<string>();
  readonly #dependent = new Set<string>();
  /** Letters that are sizes: in declarations, and of identities and ones. */
  readonly #sizes = new Set<string>();
  readonly #used = new Set<string>();
  readonly #claimed = new Set<string>();
  readonly #tied = new Set<string>();
  readonly #defined = new Map<string, Definition>();

  constructor(
    declarations: readonly Declaration[],
    variables: readonly string[],
    chains: readonly Chain[],
    /** D_n and L_n are the duplication and the elimination matrix. */
    readonly halves: boolean,
    members: readonly Members[],
  ) {
    for (const { family, matrix } of members)
      this.#defined.set(family.name, { free: new Set([matrix.name]), differentiated: false });
    for (const d of declarations) {
      this.#declared.set(d.name, d);
      for (const f of [...(d.rows ?? []), ...(d.cols ?? [])]) if (typeof f === 'string') this.#sizes.add(f);
    }
    this.#variables = new Set(variables);
    for (const { items } of chains)
      for (const piece of items.flatMap(pieces)) {
        for (const name of this.#sizesIn(piece)) this.#sizes.add(name);
        if (piece.kind === 'name' && /\u0307/.test(piece.name.normalize('NFD')))
          this.#dependent.add(piece.name);
        if (piece.kind !== 'derivative' && piece.kind !== 'gradient') continue;
        for (const name of piece.by.flatMap(namesIn)) this.#varying.add(name);
        if (piece.by.length === 0 && piece.of.kind === 'call')
          for (const name of piece.of.args.flatMap(namesIn)) this.#varying.add(name);
        if (piece.of.kind === 'name') this.#dependent.add(piece.of.name);
      }
  }

  /** What the document differentiates by; null where it does not say. */
  get variables(): ReadonlySet<string> | null {
    const all = new Set([...this.#variables, ...this.#varying]);
    return all.size ? all : null;
  }
  /** What a defined letter rests on. */
  freeOf(name: string): ReadonlySet<string> {
    return this.#defined.get(name)?.free ?? new Set();
  }
  isSize(name: string): boolean {
    return this.#sizes.has(name) && !this.#declared.has(name);
  }
  declared(name: string): boolean {
    return this.#declared.has(name);
  }
  /** In an earlier formula. */
  used(name: string): boolean {
    return this.#used.has(name);
  }
  defined(name: string): boolean {
    return this.#defined.has(name);
  }
  /** Neither declared, nor defined, nor used: it appears here first. */
  isNew(name: string): boolean {
    return !this.declared(name) && !this.used(name) && !this.defined(name);
  }
  /** The unknown of the document: an equation for it is a solution. */
  unknown(name: string): boolean {
    return (
      this.#declared.get(name)?.role === 'variable' || (this.#variables.has(name) && this.#used.has(name))
    );
  }
  /** Claims before this place vary it freely: giving it a value now is something new. */
  freeBefore(name: string): boolean {
    return (
      this.#varying.has(name) &&
      this.#claimed.has(name) &&
      !this.#dependent.has(name) &&
      !this.#defined.has(name)
    );
  }
  /** Its derivative was taken since it was defined, so that a new equation for it begins another example. */
  finished(name: string): boolean {
    return this.#defined.get(name)?.differentiated ?? false;
  }
  /** The prose says that it is something of this. */
  means(name: string, of: Syntax): void {
    this.#defined.set(name, { free: this.free(of), differentiated: false });
  }
  /** In an earlier claim. */
  claimed(name: string): boolean {
    return this.#claimed.has(name);
  }
  /** An equation that is no definition holds for it: what follows for it is no identity. */
  tied(name: string): boolean {
    return this.#tied.has(name) && !this.#defined.has(name);
  }
  /** Its own derivative is in the text, by something else. */
  moves(name: string): boolean {
    return this.#dependent.has(name) || this.#dependent.has(`${name}\u0307`.normalize('NFC'));
  }
  tie(names: Iterable<string>): void {
    for (const name of names) this.#tied.add(name);
  }

  /** The letters that an expression rests on, with definitions put in; indices are left out. */
  free(s: Syntax): Set<string> {
    const found = new Set<string>();
    const visit = (piece: Syntax): void => {
      if (piece.kind === 'name' || piece.kind === 'call') {
        const name = piece.kind === 'name' ? piece.name : piece.fn;
        const body = this.#defined.get(name);
        if (body) for (const n of body.free) for (const below of this.#below(n, name)) found.add(below);
        else if (piece.kind === 'name') found.add(name);
      }
      if (piece.kind === 'subscript') {
        if (!this.#isConstant(piece)) visit(piece.of);
      } else if (piece.kind !== 'constant' && piece.kind !== 'identity')
        for (const part of operandsOf(piece)) visit(part);
    };
    visit(s);
    return found;
  }

  /** The letters of a matrix that was defined after its columns were named. */
  #below(name: string, member: string): Iterable<string> {
    const body = name === member ? undefined : this.#defined.get(name);
    return body ? body.free : [name];
  }

  /** e_i, J^{ij}, δ_{ij}, K_{mn}, D_n and L_n, where nothing else has these letters. */
  #isConstant({ of, subscripts, single }: Extract<Syntax, { kind: 'subscript' }>): boolean {
    if (single) return true;
    if (of.kind !== 'name' || this.declared(of.name) || this.defined(of.name)) return false;
    return (subscripts.length === 2 ? PAIRED : this.halves ? HALVING : SINGLE).test(of.name);
  }

  /** Letters below I_n, 1_n, K_{mn}, D_n and L_n. */
  #sizesIn(piece: Syntax): string[] {
    if (piece.kind === 'identity' || piece.kind === 'constant') return piece.size.flatMap(namesIn);
    const isSized =
      piece.kind === 'subscript' && /^[KDL]$/.test(headName(piece.of) ?? '') && this.#isConstant(piece);
    return isSized ? piece.subscripts.flatMap(namesIn) : [];
  }

  /** Takes note of a chain and of what it defines. */
  read(chain: Chain, role: Passage['role']): void {
    const [head, body] = chain.items;
    const name = head && headName(head);
    const defines = role === 'define' || (role === 'claim' && name && !this.#defined.has(name));
    if (name && body && defines) this.#defined.set(name, { free: this.free(body), differentiated: false });
    for (const piece of chain.items.flatMap(pieces)) {
      const used = piece.kind === 'name' ? piece.name : piece.kind === 'call' ? piece.fn : null;
      if (used !== null) {
        this.#used.add(used);
        if (role === 'claim') this.#claimed.add(used);
      }
      if (piece.kind === 'differential' || piece.kind === 'derivative' || piece.kind === 'gradient') {
        const of = headName(piece.of);
        const definition = of === null ? undefined : this.#defined.get(of);
        if (definition) definition.differentiated = true;
      }
    }
  }
}

const [PAIRED, SINGLE, HALVING] = [/^[δK]$/, /^e$/, /^[eDL]$/];
/** The text speaks of duplication and elimination matrices. */
export const halves = (text: string): boolean => /vech|\b(?:duplication|elimination) matri/i.test(text);

const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set([...FUNCTIONS_BY_WORD.values(), ...SPECTRAL_FUNCTIONS]);
/** The letter that a left end defines: F, or F of F(X). */
export const headName = (s: Syntax): string | null => {
  if (s.kind === 'name') return s.name;
  const own = s.kind === 'call' && s.primes === 0 && !KNOWN_FUNCTIONS.has(s.fn);
  return own && s.args.length > 0 && s.args.every(a => a.kind === 'name') ? s.fn : null;
};
