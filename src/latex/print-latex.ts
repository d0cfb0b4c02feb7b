// The style of a document: LaTeX, with every symbol in its author's own letters.

import { type Dimension, powersOf } from '../expression/dimension.ts';
import { type Mark, piece, type Style } from './print-style.ts';

/** Functions that LaTeX has a command for. */
const COMMANDS = new Set(['det', 'exp', 'log', 'sin', 'cos', 'tan', 'arctan', 'sinh', 'cosh', 'tanh']);
const CONSTANTS = { I: 'I', K: 'K', D: 'D', L: 'L', 0: '\\mathbf{0}', 1: '\\mathbf{1}' } as const;

const dimensionLatex = (d: Dimension): string =>
  powersOf(d)
    .map(([factor, power]) => (power > 1 ? `${factor}^{${power}}` : `${factor}`))
    .join(' ') || '1';
/** A base that already has a super- or subscript of its own needs braces before it gets another. */
const braced = (base: string, sign: '^' | '_'): string =>
  base.includes(sign) && !base.startsWith('\\left') ? `{${base}}` : base;
const pair = (open: string, inner: string, close: string): string => `\\left${open}${inner}\\right${close}`;
const functionLatex = (fn: string): string => {
  const name = fn.replace(/′+$/, '');
  const primes = "'".repeat(fn.length - name.length);
  return (COMMANDS.has(name) ? `\\${name}` : `\\operatorname{${name}}`) + primes;
};

/** @param transpose what stands above: `\top`, `T`, … */
export const latexStyle = (transpose: string): Style => {
  const marks: Readonly<Record<Exclude<Mark, number>, string>> = {
    transpose,
    inverse: '-1',
    inverseTranspose: `-${transpose}`,
    pseudoInverse: '+',
    half: '1/2',
    reciprocal: '\\circ -1',
  };
  return {
    plus: '+',
    minus: '-',
    dot: ' \\cdot ',
    operators: { hadamard: '\\odot', quotient: '\\oslash', kronecker: '\\otimes', khatriRao: '\\boxtimes' },
    symbol: s => s.latex,
    dimension: dimensionLatex,
    constant: (letter, sizes) =>
      `${CONSTANTS[letter]}_{${sizes.map(dimensionLatex).join(letter === 'K' ? ',' : ' \\times ')}}`,
    fraction: (num, den) => piece(`\\tfrac{${num}}{${den}}`, 'prefix'),
    quotient: (over, under) => piece(`\\frac{${over.text}}{${under.text}}`, 'prefix'),
    superscript: (base, mark) => `${braced(base, '^')}^{${typeof mark === 'number' ? mark : marks[mark]}}`,
    subscript: (base, of) => `${braced(base, '_')}_{${of.join(of.every(i => i.length === 1) ? '' : ',')}}`,
    eigen: { value: '\\lambda', vector: 'v' },
    brackets: inner => pair('(', inner, ')'),
    squareBrackets: inner => pair('[', inner, ']'),
    bars: inner => pair('|', inner, '|'),
    norm: (inner, frobenius) => pair('\\|', inner, '\\|') + (frobenius ? '_{F}' : ''),
    squareRoot: inner => `\\sqrt{${inner}}`,
    call: (fn, inner, sizes) =>
      `${functionLatex(fn)}${sizes ? `_{${sizes.map(dimensionLatex).join(' \\times ')}}` : ''}${pair('(', inner, ')')}`,
    sum: index => `\\sum_{${index.name}=1}^{${index.dim}}`,
    derivative: (of, by, simple) =>
      simple
        ? piece(`\\frac{\\partial ${of}}{\\partial ${by}}`, 'prefix')
        : piece(`\\frac{\\partial}{\\partial ${by}}${of}`, 'each'),
    block: rows => `\\begin{bmatrix} ${rows.map(row => row.join(' & ')).join(' \\\\ ')} \\end{bmatrix}`,
  };
};
export const LATEX: Style = latexStyle('\\top');
