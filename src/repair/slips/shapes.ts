// Sizes of constants, commutation matrices, diag and ones.

import { type Dimension, identical } from '../../expression/dimension.ts';
import type { Syntax } from '../../latex/syntax.ts';
import { bare, binary, call, commutation, identity, ones, product, sizeText, transposed } from '../make.ts';
import type { Place } from '../places.ts';
import { on, type Slip } from './row.ts';

const otherSizes = (place: Place, than: Dimension | undefined): Syntax[] =>
  place.about.sizes.flatMap(d => (than && !identical(d, than) ? (sizeText(d) ?? []) : []));

/** K_{mn} for a size of two factors. */
const commuting = (rows: Dimension): Syntax | null => {
  const [m, n, other] = rows;
  const sizes =
    m === undefined || n === undefined || other !== undefined ? [] : [sizeText([m]), sizeText([n])];
  return sizes[0] && sizes[1] ? commutation(sizes[0], sizes[1]) : null;
};
const isCommutation = (s: Syntax, place: Place): boolean => place.about.expression(s)?.op === 'commutation';
const isIdentity = (s: Syntax): boolean => bare(s).kind === 'identity';
/** A name 1 is a declared vector of ones. */
const isOnes = (s: Syntax): boolean => {
  const of = bare(s);
  return of.kind === 'constant' ? of.of === 'ones' : of.kind === 'name' && of.name === '1';
};
export const isOnesRow = (s: Syntax): boolean => {
  const of = bare(s);
  return of.kind === 'transpose' && isOnes(of.of);
};

const insertedCommutation = (place: Place): readonly Syntax[] => {
  const { piece } = place;
  const shape = place.shape();
  const stands =
    (piece.kind === 'binary' && piece.operator === 'kronecker') ||
    (piece.kind === 'call' && piece.fn === 'vec') ||
    (piece.kind === 'product' && place.isTerm);
  if (!shape || !stands) return [];
  const left = commuting(shape.rows.toReversed());
  const right = commuting(shape.cols);
  return [...(left ? [product(left, piece)] : []), ...(right ? [product(piece, right)] : [])];
};
/** X ⊗ Y → K (Y ⊗ X) K. */
const commuted = on('binary', (s, place) => {
  const [x, y] = [place.shape(s.left), place.shape(s.right)];
  if (s.operator !== 'kronecker' || !x || !y) return [];
  const left = commuting([...x.rows, ...y.rows]);
  const right = commuting([...y.cols, ...x.cols]);
  const swapped = binary('kronecker', s.right, s.left);
  if (isIdentity(s.left) && isIdentity(s.right))
    return [commuting([...x.rows, ...y.rows]), commuting([...y.rows, ...x.rows])].filter(k => k !== null);
  return left && right ? [product(left, swapped, right)] : [];
});

/** The diagonal of a square matrix as a vector, and as the row sums that it is taken for. */
const sumsForDiagonal = on('call', (s, place) => {
  const [of] = s.args;
  if ((s.fn !== 'diag' && s.fn !== 'Diag') || !of) return [];
  const inner = bare(of);
  const unstacked = inner.kind === 'call' && inner.fn === 'vec' ? [call(s.fn, inner.args[0]!)] : [];
  const shape = place.shape(of);
  const size = shape && sizeText(shape.rows);
  if (place.isColumn(of)) return [of, ...unstacked, ...(size ? [product(of, transposed(ones(size)))] : [])];
  if (!size) return unstacked;
  return [product(of, ones(size)), call(s.fn, call('vec', of)), of];
});
const diagonalForSums = on('product', ({ factors }, place) => {
  const last = factors.at(-1)!;
  return [...factors.keys()].slice(0, -1).flatMap(from => {
    const before = factors.slice(0, from);
    const of = product(...factors.slice(from, -1));
    if (isOnesRow(last) && place.isColumn(of)) return [product(...before, call('diag', of))];
    if (!isOnes(last) || !place.isSquare(of)) return [];
    const n = sizeText(place.shape(of)!.cols);
    const masked = n && product(...before, binary('hadamard', of, identity(n)), last);
    return [product(...before, call('diag', of)), ...(masked ? [masked] : [])];
  });
});
const VECTORS: readonly Syntax['kind'][] = ['name', 'product', 'binary'];

export const SHAPES: readonly Slip[] = [
  {
    name: 'size of ones',
    weight: 1.2,
    at: on('constant', (s, place) => {
      if (s.of !== 'ones') return [];
      const rows = otherSizes(place, place.shape()?.rows).map(size => ({ ...s, size: [size] }));
      return s.size.length < 2 ? rows.map(ofSize => ones(ofSize.size[0]!)) : [];
    }),
  },
  {
    name: 'size of the identity',
    weight: 1.2,
    at: on('identity', (_, place) => otherSizes(place, place.shape()?.rows).map(identity)),
  },
  {
    name: 'indices of the commutation matrix swapped',
    weight: 1.1,
    at: on('subscript', (s, place) =>
      s.subscripts.length === 2 && isCommutation(s, place)
        ? [commutation(s.subscripts[1]!, s.subscripts[0]!)]
        : [],
    ),
  },
  { name: 'commutation matrix', weight: 1.2, at: insertedCommutation },
  { name: 'commutation matrix', weight: 1.2, at: commuted },
  {
    name: 'commutation matrix',
    weight: 1.2,
    at: on('product', (s, place) =>
      s.factors.flatMap((f, i) => (isCommutation(f, place) ? [product(...s.factors.toSpliced(i, 1))] : [])),
    ),
  },
  { name: 'diag for a product with ones', weight: 1.3, at: sumsForDiagonal },
  { name: 'product with ones for diag', weight: 1.3, at: diagonalForSums },
  {
    name: 'diag of a matrix for diag of its vec',
    weight: 1.3,
    at: on('binary', s => {
      const diag = bare(s.right);
      return s.operator === 'kronecker' &&
        isIdentity(s.left) &&
        diag.kind === 'call' &&
        /^[dD]iag$/.test(diag.fn)
        ? [call('diag', call('vec', diag.args[0]!))]
        : [];
    }),
  },
  {
    name: 'identity added to a product with ones',
    weight: 1.5,
    at: place => {
      const { parent, piece } = place;
      if (parent?.kind !== 'product' || !place.isSquare() || !isOnes(parent.factors.at(-1)!)) return [];
      const size = sizeText(place.shape()!.rows);
      return size && bare(parent.factors.at(-2)!) === piece
        ? [binary('hadamard', piece, identity(size))]
        : [];
    },
  },
  {
    name: 'diag for a vector',
    weight: 1.8,
    at: place =>
      VECTORS.includes(place.piece.kind) && place.isColumn() && place.parent?.kind !== 'call'
        ? [call('diag', place.piece)]
        : [],
  },
];
