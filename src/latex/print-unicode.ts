// The style of a terminal: Unicode mathematics on one line.

import { type Dimension, powersOf } from '../expression/dimension.ts';
import { enclosed, type Mark, piece, type Style } from './print-style.ts';

const table = (from: string, to: string): ReadonlyMap<string, string> => {
  const images = [...to];
  return new Map([...from].map((c, i) => [c, images[i] ?? c]));
};
const SUBSCRIPTS = table('0123456789+-=aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
const SUPERSCRIPTS = table('0123456789+-abcdefghijklmnoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ');
const FRACTIONS = new Map([
  ['1/2', '½'],
  ['1/3', '⅓'],
  ['2/3', '⅔'],
  ['1/4', '¼'],
  ['3/4', '¾'],
  ['1/5', '⅕'],
  ['1/6', '⅙'],
  ['1/8', '⅛'],
]);
const MARKS: Readonly<Record<Exclude<Mark, number>, string>> = {
  transpose: 'ᵀ',
  inverse: '⁻¹',
  inverseTranspose: '⁻ᵀ',
  pseudoInverse: '⁺',
  half: '^½',
  reciprocal: '^∘⁻¹',
};

const mapped = (text: string, through: ReadonlyMap<string, string>): string | null => {
  const images = [...text].map(c => through.get(c));
  return images.includes(undefined) ? null : images.join('');
};
/** As real subscripts where Unicode has them, else `_k` or `_{k·n}`. */
export const lowered = (text: string): string =>
  mapped(text, SUBSCRIPTS) ?? ([...text].length === 1 ? `_${text}` : `_{${text}}`);
export const raised = (text: string): string =>
  mapped(text, SUPERSCRIPTS) ?? ([...text].length === 1 ? `^${text}` : `^{${text}}`);

const dimensionUnicode = (d: Dimension): string =>
  powersOf(d)
    .map(([factor, power]) => (power > 1 ? `${factor}${raised(`${power}`)}` : `${factor}`))
    .join('·') || '1';

export const UNICODE: Style = {
  plus: '+',
  minus: '−',
  dot: ' · ',
  operators: { hadamard: '⊙', quotient: '⊘', kronecker: '⊗', khatriRao: '⊠' },
  symbol: s => s.name,
  dimension: dimensionUnicode,
  constant: (letter, sizes) => letter + lowered(sizes.map(dimensionUnicode).join(letter === 'K' ? ',' : '×')),
  fraction: (num, den) => {
    const single = FRACTIONS.get(`${num}/${den}`);
    return single ? piece(single, 'prefix') : piece(`${num}/${den}`, 'quotient');
  },
  quotient: (over, under) =>
    piece(`${enclosed(over, 'product', UNICODE)} / ${enclosed(under, 'postfix', UNICODE)}`, 'quotient'),
  superscript: (base, mark) => base + (typeof mark === 'number' ? raised(`${mark}`) : MARKS[mark]),
  subscript: (base, of) => {
    const short = of.every(i => [...i].length === 1);
    return `${base}_${short ? of.join('') : `{${of.join(',')}}`}`;
  },
  eigen: { value: 'λ', vector: 'v' },
  brackets: inner => `(${inner})`,
  squareBrackets: inner => `[${inner}]`,
  bars: inner => `|${inner}|`,
  norm: (inner, frobenius) => `‖${inner}‖${frobenius ? '_F' : ''}`,
  squareRoot: inner => `√(${inner})`,
  call: (fn, inner, sizes) => `${fn}${sizes ? `_{${sizes.map(dimensionUnicode).join('×')}}` : ''}(${inner})`,
  sum: index => `Σ${lowered(index.name)}`,
  derivative: (of, by) => piece(`∂${of}/∂${by}`, 'quotient'),
  block: rows => `[${rows.map(row => row.join(', ')).join('; ')}]`,
};
