// Principal components, probabilistic ones, low-rank factorisation, centring.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // projections on orthonormal columns
  {
    name: 'reconstruction error by the variance kept',
    where: 'X: m×n, W: orthonormal-columns n×k',
    claim: '‖X − X W Wᵀ‖_F² = ‖X‖_F² − ‖X W‖_F²',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'reconstruction error by the scatter matrix',
    where: 'X: m×n, W: orthonormal-columns n×k',
    claim: '‖X − X W Wᵀ‖_F² = tr(Xᵀ X) − tr(Wᵀ Xᵀ X W)',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'reconstruction error of one point',
    where: 'x: n, W: orthonormal-columns n×k',
    claim: '‖x − W Wᵀ x‖² = xᵀ x − ‖Wᵀ x‖²',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'the residual has no component left',
    where: 'W: orthonormal-columns n×k',
    claim: '(I_n − W Wᵀ) W = 0',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'the residual is orthogonal to the reconstruction',
    where: 'x: n, W: orthonormal-columns n×k',
    claim: '(x − W Wᵀ x)ᵀ W Wᵀ x = 0',
    source: 'Bishop 2006, §12.1',
  },
  // gradients
  {
    name: 'gradient of the variance kept',
    where: 'X: m×n, W: n×k',
    claim: '∂(‖X W‖_F²)/∂W = 2 Xᵀ X W',
    layout: 'gradient',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'gradient of the Lagrangian of several components',
    where: 'S: symmetric n×n, W: n×k, Λ: symmetric k×k',
    claim: '∂(tr(Wᵀ S W) − tr(Λ (Wᵀ W − I_k)))/∂W = 2 S W − 2 W Λ',
    layout: 'gradient',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'gradient of the reconstruction error of a linear autoencoder with tied weights',
    where: 'X: m×n, W: n×k',
    claim: '∂(‖X − X W Wᵀ‖_F²)/∂W = −2 (Xᵀ (X − X W Wᵀ) + (X − X W Wᵀ)ᵀ X) W',
    layout: 'gradient',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'gradient of a low-rank factorisation by its left factor',
    where: 'X: m×n, U: m×k, V: n×k',
    claim: '∂(½ ‖X − U Vᵀ‖_F²)/∂U = −(X − U Vᵀ) V',
    layout: 'gradient',
    source: 'Srebro & Jaakkola 2003',
  },
  {
    name: 'gradient of a low-rank factorisation by its right factor',
    where: 'X: m×n, U: m×k, V: n×k',
    claim: '∂(½ ‖X − U Vᵀ‖_F²)/∂V = −(X − U Vᵀ)ᵀ U',
    layout: 'gradient',
    source: 'Srebro & Jaakkola 2003',
  },
  {
    name: 'gradient of the variance along a direction of any length',
    where: 'S: symmetric n×n, w: n',
    claim: '∂(\\frac{wᵀ S w}{wᵀ w})/∂w = \\frac{2 S w}{wᵀ w} − \\frac{2 (wᵀ S w) w}{(wᵀ w)²}',
    layout: 'gradient',
    source: 'Bishop 2006, §12.1',
  },
  // probabilistic components
  {
    name: 'posterior mean of probabilistic components in two forms',
    where: 'W: n×k, σ: positive scalar',
    claim: '(W Wᵀ + σ I_n)⁻¹ W = W (Wᵀ W + σ I_k)⁻¹',
    source: 'Bishop 2006, §12.2',
  },
  {
    name: 'log determinant of the covariance of probabilistic components by the weights',
    where: 'W: n×k, σ: positive scalar',
    claim: '∂log(det(W Wᵀ + σ I_n))/∂W = 2 (W Wᵀ + σ I_n)⁻¹ W',
    layout: 'gradient',
    source: 'Bishop 2006, §12.2',
  },
  {
    name: 'Mahalanobis trace of probabilistic components by the weights',
    where: 'W: n×k, S: symmetric n×n, σ: positive scalar',
    claim: '∂tr((W Wᵀ + σ I_n)⁻¹ S)/∂W = −2 (W Wᵀ + σ I_n)⁻¹ S (W Wᵀ + σ I_n)⁻¹ W',
    layout: 'gradient',
    source: 'Bishop 2006, §12.2',
  },
  // centring
  {
    name: 'centred columns sum to zero',
    where: 'X: m×n',
    claim: '(X − \\frac{1}{m} 1_m 1_mᵀ X)ᵀ 1_m = 0',
    source: 'Bishop 2006, §12.1',
  },
  {
    name: 'scatter matrix of centred data',
    where: 'X: m×n',
    claim: '(X − \\frac{1}{m} 1_m 1_mᵀ X)ᵀ (X − \\frac{1}{m} 1_m 1_mᵀ X) = Xᵀ X − \\frac{1}{m} Xᵀ 1_m 1_mᵀ X',
    source: 'Bishop 2006, §12.1',
  },
];
