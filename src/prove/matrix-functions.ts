// Logarithms and square roots of matrices: where √A occurs, A is written as R R with R = √A, and as e^L where log A does; where its eigenvalues
// or eigenvectors do, see spectral.ts. Part of what is trusted.
// Higham 2008, ch. 1: the principal root and logarithm, where A has them; of a symmetric matrix they are symmetric.
//   what holds for all R (or L) of the structure that they have holds for every A that has a root (or logarithm)

import { matrixFunction, product } from '../expression/build.ts';
import { children, type Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import { has, type Structure, type Sym } from '../expression/symbol.ts';
import { type Decomposition, decomposition } from './spectral.ts';

/** What stands behind a symbol: the symbol R of its root or logarithm, or its eigenvectors and eigenvalues; and the symbol itself, made of them. */
export type Behind =
  | { readonly fn: 'sqrt' | 'log'; readonly part: Expression; readonly whole: Expression }
  | Decomposition;

/** Structure of A that √A has, too. */
const OF_ROOTS: readonly Structure[] = ['symmetric', 'positive-definite', 'diagonal', 'invertible'];

/** The symbols of which a root or a logarithm is taken, each with what stands behind it; none that varies. */
export const behind = ({ lhs, rhs }: Statement): ReadonlyMap<string, Behind> => {
  const found = new Map<string, Behind>();
  const decomposed = new Map<string, Behind>();
  const [varying, differentiated] = [new Set<string>(), new Set<string>()];
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.op === 'matrixFunction' && e.fn !== 'exp' && e.of.op === 'symbol') {
      const { symbol } = e.of;
      if (symbol.structure.every(s => OF_ROOTS.includes(s))) found.set(symbol.name, madeOf(symbol, e.fn));
    }
    if (e.op === 'eigen' && e.of.op === 'symbol' && e.of.symbol.structure.join() === 'symmetric')
      decomposed.set(e.of.symbol.name, decomposition(e.of.symbol));
    if (e.op === 'differential') for (const name of e.wrt) varying.add(name);
    if (e.op === 'derivative') differentiated.add(e.by.name);
    children(e).forEach(visit);
  };
  visit(lhs);
  visit(rhs);
  for (const name of varying) found.delete(name);
  for (const [name, of] of decomposed) found.set(name, of);
  for (const name of differentiated) found.delete(name);
  return found;
};

const madeOf = (symbol: Sym, fn: 'sqrt' | 'log'): Behind => {
  const { structure } = symbol;
  const isSymmetric = has(symbol, 'symmetric') || has(symbol, 'positive-definite');
  const kept = structure.filter(s => (fn === 'sqrt' ? s !== 'symmetric' : s === 'diagonal'));
  const name = fn === 'sqrt' ? `√${symbol.name}` : `log ${symbol.name}`;
  const latex = fn === 'sqrt' ? `\\sqrt{${symbol.latex}}` : `\\log ${symbol.latex}`;
  const of: Sym = {
    ...symbol,
    name,
    latex,
    structure: [...kept, ...(isSymmetric ? ['symmetric' as const] : [])],
  };
  const part: Expression = { op: 'symbol', shape: symbol.shape, symbol: of };
  return { fn, part, whole: fn === 'sqrt' ? product(part, part) : matrixFunction('exp', part) };
};
