// The four claims of the comparison with other tools, each with the slip that makes it false.

import { type IdentityRow, identity, type Statement } from '../../src/index.ts';

interface Row extends Pick<IdentityRow, 'name' | 'where' | 'claim' | 'layout'> {
  readonly slip: string;
}

export const ROWS: readonly Row[] = [
  {
    name: 'vec of a product',
    where: 'A: m×n, B: n×p, C: p×q',
    claim: 'vec(A B C) = (Cᵀ ⊗ A) vec(B)',
    slip: 'vec(A B C) = (A ⊗ Cᵀ) vec(B)',
  },
  {
    name: 'vec of a Hadamard product',
    where: 'U: m×n, V: m×n',
    claim: 'vec(U ⊙ V) = diag(vec(U)) vec(V)',
    slip: 'vec(U ⊙ V) = diag(vec(Uᵀ)) vec(V)',
  },
  {
    name: 'chain of differentials',
    where: 'A: k×n, W: diagonal k×k, X: n×3, D: n×3',
    claim: 'vec(W (2 (A X) ⊙ (A D)) 1_3) = (1_3ᵀ ⊗ W) diag(2 vec(A X)) (I_3 ⊗ A) vec(D)',
    slip: 'vec(W (2 (A X) ⊙ (A D)) 1_3) = (1_3ᵀ ⊗ W) diag(vec(A X)) (I_3 ⊗ A) vec(D)',
  },
  {
    name: 'Jacobian of the row sums of squares',
    where: 'A: k×n, W: diagonal k×k, X: n×3',
    claim: '∂(W ((A X) ⊙ (A X)) 1_3)/∂X = (1_3ᵀ ⊗ W) diag(2 vec(A X)) (I_3 ⊗ A)',
    slip: '∂(W ((A X) ⊙ (A X)) 1_3)/∂X = (W ⊗ 1_3ᵀ) diag(2 vec(A X)) (I_3 ⊗ A)',
    layout: 'numerator',
  },
];

const statementOf = ({ name, where, layout }: Row, claim: string): Statement => {
  const { claims } = identity({ name, where, claim, source: 'bench', ...(layout ? { layout } : {}) });
  const content = claims[0]!.readings[0]!.content;
  if (!('statement' in content)) throw new Error(`${name} is no statement`);
  return content.statement;
};

export const NAMES: readonly string[] = ROWS.map(row => row.name);
export const claims = (): Statement[] => ROWS.map(row => statementOf(row, row.claim));
export const slips = (): Statement[] => ROWS.map(row => statementOf(row, row.slip));
