// Attention softmax(Q Kᵀ) V and its derivatives, for one query and for all.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  {
    name: 'gradient of attention by all values',
    where: 'Q: m×d, K: n×d, V: n×p, C: m×p',
    claim: '∂tr(Cᵀ diag(exp(Q Kᵀ) 1_n)⁻¹ exp(Q Kᵀ) V)/∂V = exp(Q Kᵀ)ᵀ diag(exp(Q Kᵀ) 1_n)⁻¹ C',
    layout: 'gradient',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'attention does not see a shift of its scores',
    where: 'S: m×n, b: m',
    claim: 'diag(exp(S + b 1_nᵀ) 1_n)⁻¹ exp(S + b 1_nᵀ) = diag(exp(S) 1_n)⁻¹ exp(S)',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'normalising before or after the values',
    where: 'S: m×n, V: n×p',
    claim: '(diag(exp(S) 1_n)⁻¹ exp(S)) V = diag(exp(S) 1_n)⁻¹ (exp(S) V)',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'Jacobian of attention by its query',
    where: 'q: d, K: n×d, V: n×p',
    claim: '∂(Vᵀ softmax(K q))/∂q = Vᵀ (diag(softmax(K q)) − softmax(K q) softmax(K q)ᵀ) K',
    layout: 'numerator',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'gradient of attention by its query',
    where: 'q: d, K: n×d, V: n×p, c: p',
    claim: '∂(cᵀ Vᵀ softmax(K q))/∂q = Kᵀ (softmax(K q) ⊙ (V c) − (softmax(K q)ᵀ V c) softmax(K q))',
    layout: 'gradient',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'gradient of attention by its keys',
    where: 'q: d, K: n×d, V: n×p, c: p',
    claim: '∂(cᵀ Vᵀ softmax(K q))/∂K = (softmax(K q) ⊙ (V c) − (softmax(K q)ᵀ V c) softmax(K q)) qᵀ',
    layout: 'gradient',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'gradient of attention by its values',
    where: 'q: d, K: n×d, V: n×p, c: p',
    claim: '∂(cᵀ Vᵀ softmax(K q))/∂V = softmax(K q) cᵀ',
    layout: 'gradient',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'gradient of attention by a projection between query and keys',
    where: 'q: d, K: n×d, V: n×p, W: d×d, c: p',
    claim:
      '∂(cᵀ Vᵀ softmax(K W q))/∂W = Kᵀ (softmax(K W q) ⊙ (V c) − (softmax(K W q)ᵀ V c) softmax(K W q)) qᵀ',
    layout: 'gradient',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'Jacobian of attention weights by their scores',
    where: 'x: n, τ: positive scalar',
    claim: '∂softmax(τ x)/∂x = τ (diag(softmax(τ x)) − softmax(τ x) softmax(τ x)ᵀ)',
    layout: 'numerator',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'log-sum-exp of attention scores by the temperature',
    where: 'q: d, K: n×d, τ: positive scalar',
    claim: '∂(log(1_nᵀ exp(τ K q)))/∂τ = softmax(τ K q)ᵀ K q',
    source: 'Vaswani et al. 2017, §3.2',
  },
  {
    name: 'the order of keys and values does not matter',
    where: 'P: permutation n×n, q: d, K: n×d, V: n×p',
    claim: '(P V)ᵀ softmax(P K q) = Vᵀ softmax(K q)',
    source: 'Vaswani et al. 2017, §3.2',
  },
];
