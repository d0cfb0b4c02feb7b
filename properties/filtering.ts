// The Kalman filter: gain, covariance and information forms, and the costs behind them.

import type { IdentityRow } from '../src/elaborate/identity.ts';

export const rows: readonly IdentityRow[] = [
  // gain and covariance
  {
    name: "Joseph's form at the optimal gain",
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m',
    claim:
      '(I_n − P Hᵀ (H P Hᵀ + R)⁻¹ H) P (I_n − P Hᵀ (H P Hᵀ + R)⁻¹ H)ᵀ + P Hᵀ (H P Hᵀ + R)⁻¹ R (H P Hᵀ + R)⁻¹ H P = (I_n − P Hᵀ (H P Hᵀ + R)⁻¹ H) P',
    source: 'Bucy & Joseph 1968',
  },
  {
    name: 'updated covariance times the observation',
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m',
    claim: '(I_n − P Hᵀ (H P Hᵀ + R)⁻¹ H) P Hᵀ = P Hᵀ (H P Hᵀ + R)⁻¹ R',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'what the update leaves of an innovation',
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m',
    claim: 'I_m − H P Hᵀ (H P Hᵀ + R)⁻¹ = R (H P Hᵀ + R)⁻¹',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'inverse of the innovation covariance',
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m',
    claim: '(H P Hᵀ + R)⁻¹ = R⁻¹ − R⁻¹ H (P⁻¹ + Hᵀ R⁻¹ H)⁻¹ Hᵀ R⁻¹',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'updated state in two forms',
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m, x: n, y: m',
    claim: 'x + P Hᵀ (H P Hᵀ + R)⁻¹ (y − H x) = (P⁻¹ + Hᵀ R⁻¹ H)⁻¹ (P⁻¹ x + Hᵀ R⁻¹ y)',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'update by one scalar observation',
    where: 'P: positive-definite n×n, h: n, r: positive scalar',
    claim: '(P⁻¹ + (1/r) h hᵀ)⁻¹ = P − \\frac{P h hᵀ P}{r + hᵀ P h}',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'gain of one scalar observation',
    where: 'P: positive-definite n×n, h: n, r: positive scalar',
    claim: '(P⁻¹ + (1/r) h hᵀ)⁻¹ h = \\frac{r}{r + hᵀ P h} P h',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'the gradient by the gain vanishes at the optimal gain',
    where: 'P: positive-definite n×n, H: m×n, R: positive-definite m×m',
    claim: '(I_n − P Hᵀ (H P Hᵀ + R)⁻¹ H) P Hᵀ − P Hᵀ (H P Hᵀ + R)⁻¹ R = 0',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  // prediction
  {
    name: 'information matrix of a prediction',
    where: 'P: positive-definite n×n, F: n×n, Q: positive-definite n×n',
    claim: '(F P Fᵀ + Q)⁻¹ = Q⁻¹ − Q⁻¹ F (P⁻¹ + Fᵀ Q⁻¹ F)⁻¹ Fᵀ Q⁻¹',
    source: 'Anderson & Moore 1979, ch. 6',
  },
  {
    name: 'differential of a predicted covariance',
    where: 'F: n×n, P: symmetric n×n, Q: symmetric n×n',
    claim: 'd(F P Fᵀ + Q) = F dP Fᵀ + dQ + dF P Fᵀ + F P (dF)ᵀ',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  {
    name: 'vec of a predicted covariance',
    where: 'F: n×n, P: n×n, Q: n×n',
    claim: 'vec(F P Fᵀ + Q) = (F ⊗ F) vec(P) + vec(Q)',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  {
    name: 'gradient of a predicted covariance by the transition',
    where: 'F: n×n, P: symmetric n×n, C: symmetric n×n',
    claim: '∂tr(C F P Fᵀ)/∂F = 2 C F P',
    layout: 'gradient',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  // costs
  {
    name: 'trace of the updated covariance by the gain',
    where: 'P: symmetric n×n, H: m×n, R: symmetric m×m, G: n×m',
    claim: '∂tr((I_n − G H) P (I_n − G H)ᵀ + G R Gᵀ)/∂G = −2 (I_n − G H) P Hᵀ + 2 G R',
    layout: 'gradient',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  {
    name: 'cost of a prediction and an observation by the state',
    where: 'z: n, P: positive-definite n×n, H: m×n, R: positive-definite m×m, x: n, y: m',
    claim:
      '∂(½ (x − z)ᵀ P⁻¹ (x − z) + ½ (y − H x)ᵀ R⁻¹ (y − H x))/∂x = (P⁻¹ + Hᵀ R⁻¹ H) x − P⁻¹ z − Hᵀ R⁻¹ y',
    layout: 'gradient',
    source: 'Anderson & Moore 1979, ch. 3',
  },
  {
    name: 'log-likelihood of an innovation by the innovation',
    where: 'S: positive-definite m×m, v: m',
    claim: '∂(−½ log(det(S)) − ½ vᵀ S⁻¹ v)/∂v = −S⁻¹ v',
    layout: 'gradient',
    source: 'Anderson & Moore 1979, ch. 3',
  },
];
