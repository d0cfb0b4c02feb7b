// Declarations of one's own: identities (rows of the catalogue in properties/, each a claim with its declarations and its source)
// and derivations (documents).

import { read, readClaim } from '../document/index.ts';
import type { Layout } from '../expression/expression.ts';
import type { Elaborated } from './claim.ts';
import { elaborate } from './index.ts';

export interface IdentityRow {
  /** Unique over the whole catalogue, readable. */
  readonly name: string;
  /** Declarations: "A: m×n, x: n, W: diagonal k×k, α: scalar". */
  readonly where: string;
  /** LaTeX or Unicode mathematics: "vec(A B C) = (Cᵀ ⊗ A) vec(B)". */
  readonly claim: string;
  /** What varies in differentials; by default what has a d in sight. */
  readonly wrt?: string;
  readonly layout?: Layout;
  /** Further conditions, in words. */
  readonly given?: string;
  /** Section or equation number in the literature. */
  readonly source: string;
  /** Only where something weaker than a proof is acceptable. */
  readonly expect?: 'proved' | 'verified' | 'supported';
}
/** A claim that people make and that is false, beside the true one. */
export interface MistakeRow extends IdentityRow {
  readonly right: string;
  /** The class of the slip: "transpose lost", "factors swapped", … */
  readonly slip: string;
}

/**
 * The one claim of a row, ready to be judged.
 * @throws Error naming the row when it does not read as one claim, when a symbol is undeclared,
 * when shapes cannot fit (only a mistake may be a misfit), or when name or source is missing
 */
export const identity = (row: IdentityRow | MistakeRow): Elaborated => {
  const refuse = (why: string): never => {
    throw new Error(`identity "${row.name}": ${why} (claim: ${row.claim}; where: ${row.where})`);
  };
  if (!row.name.trim()) refuse('it has no name');
  if (!row.source.trim()) refuse('it has no source');
  const document = readClaim(row.claim, row.where);
  const variables = row.wrt ? row.wrt.split(',').map(v => v.trim()) : document.variables;
  const path = slug(row.name);
  const made = elaborate({ ...document, path, variables }, { layout: row.layout });
  const [claim, ...others] = made.claims;
  if (!claim || others.length) return refuse(`it holds ${made.claims.length} claims instead of one`);
  const undeclared = made.understood.filter(u => u.how === 'inferred').map(u => u.name);
  if (undeclared.length) refuse(`${undeclared.join(', ')} is not declared; add it to "where"`);
  const [bad] = claim.readings.flatMap(r => ('statement' in r.content ? [] : [r.content]));
  if (bad && claim.readings.length === 1 && !('right' in row && 'misfit' in bad))
    refuse(('misfit' in bad ? bad.misfit : bad.unreadable).message);
  return { ...made, claims: [{ ...claim, id: path }] };
};

/**
 * The claims of a derivation, ready to be judged: prose and chains in Markdown, LaTeX or plain text. Shapes are those that it declares or
 * that unification finds.
 * @throws Error when it holds no claim at all, with what was found instead
 */
export const derivation = (source: string, options: { readonly path: string }): Elaborated => {
  const made = elaborate(read(source, options));
  if (made.claims.length > 0) return made;
  const [problem] = made.problems;
  throw new Error(`derivation "${options.path}" holds no claim${problem ? `: ${problem.message}` : ''}`);
};

/** A file name that is stable and says what it is about. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
