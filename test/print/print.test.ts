import { describe, expect, test } from 'vitest';
import * as b from '../../src/expression/build.ts';
import { dimension, SCALAR, shape } from '../../src/expression/dimension.ts';
import type { Expression } from '../../src/expression/expression.ts';
import type { Sym } from '../../src/expression/symbol.ts';
import { toLatex, toUnicode } from '../../src/latex/print.ts';
import { rational } from '../../src/number/rational.ts';

const [k, n, one, three] = [dimension('k'), dimension('n'), dimension(1), dimension(3)];
const sym = (name: string, s = shape(n, n), latex = `\\mathbf{${name}}`): Sym => ({
  name,
  latex,
  shape: s,
  structure: [],
});
const [A, B, C] = ['A', 'B', 'C'].map(name => b.symbol(sym(name))) as [Expression, Expression, Expression];
const x = b.symbol(sym('x', shape(n)));
const y = b.symbol(sym('y', shape(n)));
const a = b.symbol(sym('a', SCALAR, 'a'));
const W = b.symbol(sym('W', shape(k, k)));
const M = b.symbol(sym('A', shape(k, n)));
const X = sym('X', shape(n, three));
const AX = b.product(M, b.symbol(X));
const row = b.transpose(b.ones(shape(three)));
const jacobian = b.product(
  b.kronecker(row, W),
  b.diag(b.scale(b.number(2), b.vec(AX))),
  b.kronecker(b.identity(three), M),
);
const i = { name: 'i', dim: 'n' } as const;
const j = { name: 'j', dim: 'n' } as const;

const prints = (e: Expression, unicode: string, latex?: string): void =>
  test(unicode, () => {
    expect(toUnicode(e)).toBe(unicode);
    if (latex) expect(toLatex(e)).toBe(latex);
  });

describe('what the prototype needs', () => {
  prints(
    jacobian,
    '(1₃ᵀ ⊗ W) diag(2 vec(A X)) (I₃ ⊗ A)',
    String.raw`\left(\mathbf{1}_{3}^{\top} \otimes \mathbf{W}\right) \operatorname{diag}\left(2 \operatorname{vec}\left(\mathbf{A} \mathbf{X}\right)\right) \left(I_{3} \otimes \mathbf{A}\right)`,
  );
  prints(
    b.transpose(b.derivative(b.symbol(sym('F', shape(k))), X, 'numerator')),
    '(∂F/∂X)ᵀ',
    String.raw`\left(\frac{\partial \mathbf{F}}{\partial \mathbf{X}}\right)^{\top}`,
  );
  prints(
    b.derivative(b.product(W, b.hadamard(AX, AX), b.ones(shape(three))), X, 'numerator'),
    '∂(W (A X ⊙ A X) 1₃)/∂X',
    String.raw`\frac{\partial}{\partial \mathbf{X}}\left(\mathbf{W} \left(\mathbf{A} \mathbf{X} \odot \mathbf{A} \mathbf{X}\right) \mathbf{1}_{3}\right)`,
  );
  prints(
    b.product(W, b.hadamard(b.scale(b.number(2), AX), b.differential(AX, ['X'])), b.ones(shape(three))),
    'W (2 A X ⊙ d(A X)) 1₃',
  );
});

describe('brackets only where needed', () => {
  prints(b.sum(A, b.negative(B), b.negative(b.sum(B, C))), 'A − B − (B + C)');
  prints(b.negative(A), '−A');
  prints(b.product(b.negative(A), B), '(−A) B');
  prints(b.product(A, b.sum(B, C)), 'A (B + C)');
  prints(b.product(b.scale(a, A), B), 'a A B');
  prints(b.product(A, b.scale(a, B)), 'A (a B)');
  prints(b.hadamard(b.hadamard(A, B), C), 'A ⊙ B ⊙ C');
  prints(b.hadamard(A, b.hadamard(B, C)), 'A ⊙ (B ⊙ C)');
  prints(b.hadamard(b.kronecker(x, y), b.kronecker(y, x)), '(x ⊗ y) ⊙ (y ⊗ x)');
  prints(b.khatriRao(A, B), 'A ⊠ B', String.raw`\mathbf{A} \boxtimes \mathbf{B}`);
  prints(b.scale(b.product(b.transpose(x), y), x), '(xᵀ y) x');
  prints(b.transpose(b.product(A, B)), '(A B)ᵀ');
  prints(b.transpose(b.transpose(A)), '(Aᵀ)ᵀ', String.raw`\left(\mathbf{A}^{\top}\right)^{\top}`);
  prints(b.differential(b.inverse(A), ['A']), 'd A⁻¹', String.raw`d \mathbf{A}^{-1}`);
  prints(b.inverse(b.differential(A, ['A'])), '(dA)⁻¹');
  prints(b.product(b.sumOver(i, b.entry(A, i, i)), b.identity(one)), '(Σᵢ A_ii) I₁');
});

describe('powers and inverses', () => {
  prints(b.inverse(A), 'A⁻¹');
  prints(b.inverse(b.transpose(A)), 'A⁻ᵀ', String.raw`\mathbf{A}^{-\top}`);
  prints(b.transpose(b.inverse(A)), 'A⁻ᵀ');
  prints(b.inverse(b.power(A, 2)), 'A⁻²', String.raw`\mathbf{A}^{-2}`);
  prints(b.power(b.product(A, B), 12), '(A B)¹²');
  prints(b.pseudoInverse(A), 'A⁺', String.raw`\mathbf{A}^{+}`);
  prints(b.quotient(x, b.norm(x)), 'x / ‖x‖', String.raw`\frac{\mathbf{x}}{\left\|\mathbf{x}\right\|}`);
  prints(b.quotient(b.product(A, x), b.sum(a, a)), 'A x / (a + a)');
  prints(b.inverse(a), '1 / a');
  prints(b.matrixFunction('exp', A), 'expm(A)');
  prints(b.matrixFunction('sqrt', A), 'A^½');
});

describe('numbers and constants', () => {
  prints(b.scale(b.number(rational(1, 2)), A), '½ A', String.raw`\tfrac{1}{2} \mathbf{A}`);
  prints(b.scale(b.number(rational(-3, 7)), A), '−(3/7) A');
  prints(b.scale(b.number(2), b.number(3)), '2 · 3', String.raw`2 \cdot 3`);
  prints(b.number(-2), '−2');
  prints(b.sum(a, b.number(-2)), 'a − 2');
  prints(b.ones(shape(n, three)), '1_{n×3}');
  prints(b.ones(shape(one, three)), '1₃ᵀ');
  prints(b.zeros(shape(n)), '0ₙ');
  prints(b.size(dimension('n', 'k')), 'n·k');
  prints(b.commutation(n, three), 'K_{n,3}');
  prints(b.unit(n, i), 'e_i');
  prints(b.identity(dimension('d')), 'I_d');
});

describe('functions, sums, blocks', () => {
  prints(b.squaredNorm(A), '‖A‖_F²', String.raw`\left\|\mathbf{A}\right\|_{F}^{2}`);
  prints(b.frobenius(A, B), 'tr(Aᵀ B)');
  prints(b.elementwise('tanh', A, 1), 'tanh′(A)', String.raw`\tanh'\left(\mathbf{A}\right)`);
  prints(
    b.elementwise('sigmoid', x),
    'sigmoid(x)',
    String.raw`\operatorname{sigmoid}\left(\mathbf{x}\right)`,
  );
  prints(b.elementwise('reciprocal', A), 'A^∘⁻¹');
  prints(b.elementwise('sqrt', a), '√(a)', String.raw`\sqrt{a}`);
  prints(b.elementwise('abs', a), '|a|');
  prints(b.entry(b.product(A, B), i, j), '[A B]_ij', String.raw`\left[\mathbf{A} \mathbf{B}\right]_{ij}`);
  prints(b.entry(x, i, 1), 'x_i');
  prints(
    b.sumOver(i, b.sumOver(j, b.scale(b.entry(A, i, j), x))),
    'Σᵢ Σⱼ A_ij x',
    String.raw`\sum_{i=1}^{n} \sum_{j=1}^{n} \mathbf{A}_{ij} \mathbf{x}`,
  );
  prints(b.block([[A, B]], shape(n, dimension(2, 'n'))), '[A, B]');
  prints(b.unvec(b.vec(A), shape(n, n)), 'unvec_{n×n}(vec(A))');
});

test('the author’s own letters and transpose are kept', () => {
  const theta = b.symbol(sym('Θ', shape(n, n), '\\Theta^*'));
  expect(toLatex(b.transpose(theta), { transpose: 'T' })).toBe('{\\Theta^*}^{T}');
  expect(toLatex(b.entry(b.symbol(sym('x₁', shape(n), 'x_1')), i, 1))).toBe('{x_1}_{i}');
});
