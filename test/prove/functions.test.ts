// Beyond polynomials: inverses, determinants, logarithms, roots, entrywise functions, and their differentials.

import * as make from '../../src/expression/build.ts';
import type { Expression } from '../../src/expression/expression.ts';
import { abstains, differs, proves, sym } from './claims.ts';

const { product: mul, hadamard: had, transpose: T, sum, difference: minus, scale, number, trace: tr } = make;
const { inverse: inv, determinant: det, elementwise: f, diag, kronecker: kron, norm, vec } = make;
type E = Expression;
const n = (name: string, ...structure: Parameters<typeof sym>[3][]): E =>
  make.symbol(sym(name, 'n', 'n', ...structure));
const [X, A, B] = ['X', 'A', 'B'].map(name => n(name)) as [E, E, E];
const S = n('S', 'symmetric');
const Z = make.symbol(sym('Z', 'm', 'm'));
const U = make.symbol(sym('U', 'n', 'm'));
const V = make.symbol(sym('V', 'm', 'n'));
const D = n('D', 'diagonal');
const x = make.symbol(sym('x', 'n'));
const y = make.symbol(sym('y', 'n'));
const s = make.symbol(sym('s', 1));
const t = make.symbol(sym('t', 1));
const I = make.identity(['n']);
const Im = make.identity(['m']);
const one = make.ones({ rows: ['n'], cols: [] });
const two = (e: E): E => scale(number(2), e);
const neg = make.negative;
const d = (e: E, ...wrt: string[]): E => make.differential(e, wrt);
const Xs = sym('X', 'n', 'n');
const xs = sym('x', 'n');
const grad = (e: E): E => make.derivative(e, Xs, 'gradient');
const gradx = (e: E): E => make.derivative(e, xs, 'gradient');
const log = (e: E): E => f('log', e);
const over = make.quotient;

proves('XX⁻¹ = I', mul(X, inv(X)), I);
proves('X⁻¹X = I', mul(inv(X), X), I);
differs('AX⁻¹ = X⁻¹A', mul(A, inv(X)), mul(inv(X), A));
proves('(AB)⁻¹ = B⁻¹A⁻¹', inv(mul(A, B)), mul(inv(B), inv(A)));
differs('(AB)⁻¹ = A⁻¹B⁻¹', inv(mul(A, B)), mul(inv(A), inv(B)));
proves('(Xᵀ)⁻¹ = (X⁻¹)ᵀ', inv(T(X)), T(inv(X)));
proves('(X⁻¹)⁻¹ = X', inv(inv(X)), X);
proves('((2X)ᵀ)⁻¹ = ½ X⁻ᵀ', inv(T(two(X))), scale(make.number({ num: 1n, den: 2n }), T(inv(X))));
proves('S⁻¹ is symmetric', T(inv(S)), inv(S));
proves('(X + Xᵀ)⁻¹ is symmetric', T(inv(sum(X, T(X)))), inv(sum(X, T(X))));
differs('X⁻¹ is symmetric', T(inv(X)), inv(X));
proves('(X⊗Z)⁻¹ = X⁻¹⊗Z⁻¹', inv(kron(X, Z)), kron(inv(X), inv(Z)));
proves('(sX)⁻¹ = s⁻¹X⁻¹', inv(scale(s, X)), scale(inv(s), inv(X)));
proves('(A diag(x) B)⁻¹', inv(mul(A, diag(x), B)), mul(inv(B), diag(f('reciprocal', x)), inv(A)));
proves('D⁻¹D = I', mul(inv(D), D), I);
proves('(A + B)(A + B)⁻¹ = I', sum(mul(A, inv(sum(A, B))), mul(B, inv(sum(B, A)))), I);
proves('resolvent', minus(inv(A), inv(B)), mul(inv(A), minus(B, A), inv(B)));
proves('push-through', mul(inv(sum(I, mul(A, B))), A), mul(A, inv(sum(I, mul(B, A)))));
proves('push-through, rectangular', mul(inv(sum(I, mul(U, V))), U), mul(U, inv(sum(Im, mul(V, U)))));
differs('push-through, wrong', mul(inv(sum(I, mul(A, B))), A), mul(A, inv(sum(I, mul(A, B)))));
const core = inv(sum(inv(Z), mul(V, inv(A), U)));
proves('Woodbury', inv(sum(A, mul(U, Z, V))), minus(inv(A), mul(inv(A), U, core, V, inv(A))));
differs('Woodbury, sign lost', inv(sum(A, mul(U, Z, V))), sum(inv(A), mul(inv(A), U, core, V, inv(A))));
proves(
  'Sherman–Morrison',
  inv(sum(A, mul(x, T(y)))),
  minus(inv(A), over(mul(inv(A), x, T(y), inv(A)), sum(number(1), mul(T(y), inv(A), x)))),
);

proves('dX⁻¹', d(inv(X), 'X'), neg(mul(inv(X), d(X, 'X'), inv(X))));
proves('d tr X⁻¹', d(tr(inv(X)), 'X'), neg(tr(mul(inv(X), inv(X), d(X, 'X')))));
differs('d tr X⁻¹, one inverse', d(tr(inv(X)), 'X'), neg(tr(mul(inv(X), d(X, 'X')))));
proves('d det X', d(det(X), 'X'), scale(det(X), tr(mul(inv(X), d(X, 'X')))));
proves('∇ log det X', grad(log(det(X))), T(inv(X)));
differs('∇ log det X, no transpose', grad(log(det(X))), inv(X));
proves('∇ det X', grad(det(X)), scale(det(X), T(inv(X))));
proves('∇ tr(AX⁻¹B)', grad(tr(mul(A, inv(X), B))), neg(T(mul(inv(X), B, A, inv(X)))));
const W = make.symbol(sym('W', 'm', 'm'));
const M = sum(A, mul(T(V), W, V));
proves('d log det(A + VᵀWV)', d(log(det(M)), 'W'), tr(mul(V, inv(M), T(V), d(W, 'W'))));
proves('d²X⁻¹', d(d(inv(X), 'X'), 'X'), two(mul(inv(X), d(X, 'X'), inv(X), d(X, 'X'), inv(X))));
proves('log det(AB)', log(det(mul(A, B))), sum(log(det(A)), log(det(B))));
proves('det(AB)', det(mul(A, B)), mul(det(B), det(A)));
proves('det(A(A + B))', det(mul(A, sum(A, B))), mul(det(A), det(sum(B, A))));
proves('(A(A + B))⁻¹', inv(mul(A, sum(A, B))), mul(inv(sum(B, A)), inv(A)));
proves('det X³', det(make.power(X, 3)), mul(det(X), det(X), det(X)));
proves('(X³)⁻¹', inv(make.power(X, 3)), make.power(inv(X), 3));
proves('det Xᵀ', det(T(X)), det(X));
proves('det X⁻¹', det(inv(X)), inv(det(X)));
proves('log det X⁻¹', log(det(inv(X))), neg(log(det(X))));
proves(
  'log det(X⊗Z)',
  log(det(kron(X, Z))),
  sum(scale(make.size(['m']), log(det(X))), scale(make.size(['n']), log(det(Z)))),
);
proves('log det(sX)', log(det(scale(s, X))), sum(scale(make.size(['n']), log(s)), log(det(X))));
const X3 = make.symbol(sym('T', 3, 3));
proves('det(2T) = 8 det T', det(two(X3)), scale(number(8), det(X3)));
differs('det(2X) = 2 det X', det(two(X)), two(det(X)));
differs('det(A + B)', det(sum(A, B)), sum(det(A), det(B)));

const xx = mul(T(x), x);
proves('‖x‖² = xᵀx', mul(norm(x), norm(x)), xx);
proves('∇‖x‖ = x/‖x‖', gradx(norm(x)), over(x, norm(x)));
differs('∇‖x‖ = x/‖x‖²', gradx(norm(x)), over(x, xx));
proves('∇ 1/xᵀx', gradx(inv(xx)), over(scale(number(-2), x), mul(xx, xx)));
proves(
  'd(x/‖x‖)',
  d(over(x, norm(x)), 'x'),
  over(minus(d(x, 'x'), over(mul(x, T(x), d(x, 'x')), xx)), norm(x)),
);
proves(
  'Rayleigh',
  gradx(over(mul(T(x), S, x), xx)),
  over(two(minus(mul(S, x), over(scale(mul(T(x), S, x), x), xx))), xx),
);
proves('1/(st) = 1/s · 1/t', inv(mul(s, t)), mul(inv(t), inv(s)));
proves('s/s = 1', over(s, s), number(1));
proves('common denominators', sum(inv(s), inv(t)), over(sum(s, t), mul(s, t)));
proves('partial fractions', minus(inv(s), inv(sum(s, number(1)))), inv(mul(s, sum(s, number(1)))));
const H = minus(I, over(mul(one, T(one)), make.size(['n'])));
proves('the centring matrix is idempotent', mul(H, H), H);
proves('the centring matrix kills ones', mul(H, one), make.zeros({ rows: ['n'], cols: [] }));

const Ax = mul(A, x);
proves('d exp(Ax)', d(f('exp', Ax), 'x'), had(f('exp', Ax), mul(A, d(x, 'x'))));
proves(
  '∂σ(Ax)/∂x',
  make.derivative(f('sigmoid', Ax), xs, 'numerator'),
  mul(diag(had(f('sigmoid', Ax), minus(one, f('sigmoid', Ax)))), A),
);
differs(
  '∂σ(Ax)/∂x, Aᵀ',
  make.derivative(f('sigmoid', Ax), xs, 'numerator'),
  mul(diag(had(f('sigmoid', Ax), minus(one, f('sigmoid', Ax)))), T(A)),
);
proves(
  'd tanh',
  d(f('tanh', X), 'X'),
  had(minus(make.ones({ rows: ['n'], cols: ['n'] }), had(f('tanh', X), f('tanh', X))), d(X, 'X')),
);
proves('d φ(AX)', d(f('φ', mul(A, X)), 'X'), had(f('φ', mul(A, X), 1), mul(A, d(X, 'X'))));
proves('φ″', d(f('φ', s, 1), 's'), mul(f('φ', s, 2), d(s, 's')));
differs('d φ(X) without φ′', d(f('φ', X), 'X'), d(X, 'X'));
proves('a function named step is no step', d(f('step', s), 's'), mul(f('step', s, 1), d(s, 's')));
differs('a function named step is not constant', d(f('step', s), 's'), number(0));
proves('φ(Xᵀ) = φ(X)ᵀ', f('φ', T(X)), T(f('φ', X)));
proves('vec φ(X) = φ(vec X)', vec(f('φ', X)), f('φ', vec(X)));
differs('φ(diag x) = diag φ(x)', f('φ', diag(x)), diag(f('φ', x)));
proves('diagonal of φ(diag x)', make.diagonal(f('φ', diag(x))), f('φ', x));
proves('φ(x1ᵀ) = φ(x)1ᵀ', f('φ', mul(x, T(one))), mul(f('φ', x), T(one)));
differs('φ(2x) = 2φ(x)', f('φ', two(x)), two(f('φ', x)));
proves('φ(S) is symmetric', T(f('φ', S)), f('φ', S));
proves('φ(x + y) = φ(y + x)', f('φ', sum(x, y)), f('φ', sum(y, x)));
proves(
  'φ(x_i) entry by entry',
  make.entry(f('φ', x), { name: 'i', dim: 'n' }, 1),
  f('φ', make.entry(x, { name: 'i', dim: 'n' }, 1)),
);
proves(
  'Σφ(x_i)',
  make.sumOver({ name: 'i', dim: 'n' }, f('φ', make.entry(x, { name: 'i', dim: 'n' }, 1))),
  mul(T(one), f('φ', x)),
);
proves('log exp', log(f('exp', x)), x);
proves('exp(−x)exp(x) = 1', had(f('exp', neg(x)), f('exp', x)), one);
proves('sin² + cos² = 1', sum(had(f('sin', x), f('sin', x)), had(f('cos', x), f('cos', x))), one);
proves('|x| = x sign x', f('abs', x), had(x, f('sign', x)));
proves('d relu', d(f('relu', Ax), 'x'), had(f('relu', Ax, 1), mul(A, d(x, 'x'))));
proves('exp 0 = 1', f('exp', make.zeros({ rows: ['n'], cols: [] })), one);
proves('log-sum-exp', gradx(log(mul(T(one), f('exp', x)))), over(f('exp', x), mul(T(one), f('exp', x))));
const p = over(f('exp', x), mul(T(one), f('exp', x)));
proves('softmax Jacobian', make.derivative(p, xs, 'numerator'), minus(diag(p), mul(p, T(p))));
differs('softmax Jacobian, sign', make.derivative(p, xs, 'numerator'), sum(diag(p), mul(p, T(p))));
abstains(
  'd X⁺',
  d(make.pseudoInverse(U), 'U'),
  make.zeros({ rows: ['m'], cols: ['n'] }),
  'the differential of pseudo-inverse is not known',
);

const σ = (e: E): E => f('sigmoid', e);
const exp = (e: E): E => f('exp', e);
const r = (e: E): E => f('reciprocal', e);
proves('σ(x) = 1/(1 + e⁻ˣ)', σ(x), r(sum(one, exp(neg(x)))));
proves('σ(x) = eˣ/(1 + eˣ)', σ(x), had(exp(x), r(sum(one, exp(x)))));
differs('σ(x) = 1/(1 + eˣ)', σ(x), r(sum(one, exp(x))));
proves('σ(−x) = 1 − σ(x)', σ(neg(x)), minus(one, σ(x)));
proves(
  'tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)',
  f('tanh', x),
  had(minus(exp(x), exp(neg(x))), r(sum(exp(x), exp(neg(x))))),
);
proves('tanh = sinh/cosh', f('tanh', x), had(f('sinh', x), r(f('cosh', x))));
proves('d softplus = σ ⊙ dx', d(f('softplus', x), 'x'), had(σ(x), d(x, 'x')));
proves('d log(1 + eˣ)', d(log(sum(one, exp(x))), 'x'), had(σ(x), d(x, 'x')));
proves('d tan', d(f('tan', x), 'x'), had(r(had(f('cos', x), f('cos', x))), d(x, 'x')));
const loss = neg(sum(mul(T(y), log(σ(Ax))), mul(T(minus(one, y)), log(minus(one, σ(Ax))))));
proves('logistic regression', gradx(loss), mul(T(A), minus(σ(Ax), y)));
differs('logistic regression, sign', gradx(loss), mul(T(A), minus(y, σ(Ax))));
proves(
  'logistic Hessian',
  make.derivative(gradx(loss), xs, 'numerator'),
  mul(T(A), diag(had(σ(Ax), minus(one, σ(Ax)))), A),
);
proves('σ in closed sums', mul(T(y), σ(x)), mul(T(y), r(sum(one, exp(neg(x))))));

proves('eˣ⁺ʸ = eˣ eʸ', exp(sum(x, y)), had(exp(y), exp(x)));
proves('e²ˣ = (eˣ)²', exp(two(x)), had(exp(x), exp(x)));
proves('e^(2x − y)', exp(minus(two(x), y)), had(had(exp(x), exp(x)), r(exp(y))));
differs(
  'e^(x/2) = eˣ/2',
  exp(scale(make.number({ num: 1n, den: 2n }), x)),
  scale(make.number({ num: 1n, den: 2n }), exp(x)),
);
proves(
  'softmax does not see a shift',
  had(exp(sum(x, scale(s, one))), mul(one, inv(mul(T(one), exp(sum(x, scale(s, one))))))),
  had(exp(x), mul(one, inv(mul(T(one), exp(x))))),
);
const tall = make.symbol(sym('F', 'm', 'n', 'full-column-rank'));
const plus = make.pseudoInverse;
proves('F⁺F = I for full column rank', mul(plus(tall), tall), I);
differs('FF⁺ = I for full column rank', mul(tall, plus(tall)), Im);
proves('(FF⁺)² = FF⁺', make.power(mul(tall, plus(tall)), 2), mul(tall, plus(tall)));
proves('(Uᵀ)⁺ = (U⁺)ᵀ', plus(T(U)), T(plus(U)));
differs('U⁺U = I', mul(plus(U), U), Im);
const two2 = make.symbol(sym('M', 2, 2));
const three = make.symbol(sym('N', 3, 3));
const times = (e: E, k: number): E => mul(...Array.from({ length: k }, () => e));
proves('det(M⊗N) = det(M)³ det(N)²', det(kron(two2, three)), mul(times(det(two2), 3), times(det(three), 2)));
