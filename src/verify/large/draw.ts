// Matrices with a linear structure, drawn modulo a prime straight into typed arrays by a small generator of its own (sfc32,
// PractRand's; four words of the claim's stream seed it).

import { familyOf, NotEvaluable, type Sizes } from '../../evaluate/index.ts';
import type { Shape } from '../../expression/dimension.ts';
import { sizeOf } from '../../expression/dimension.ts';
import { has, type Sym } from '../../expression/symbol.ts';
import type { Random } from '../../number/random.ts';
import { blank, type Residues } from './residues.ts';

/** A diagonal matrix is held as the column of its diagonal. */
export interface Held {
  readonly diagonal: boolean;
  readonly of: Residues;
}

export class Draw {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;
  readonly #p: number;
  constructor(random: Random, p: number) {
    [this.#a, this.#b, this.#c] = [random() | 0, random() | 0, random() | 0];
    this.#p = p;
    for (let k = 0; k < 12; k++) this.#fill(blank(1, 1));
  }

  matrix(rows: number, cols: number): Residues {
    return this.#fill(blank(rows, cols));
  }
  /** @throws NotEvaluable for structures that no linear pattern has */
  symbol(s: Sym, sizes: Sizes): Held {
    if (familyOf(s) !== 'linear' || has(s, 'toeplitz'))
      throw new NotEvaluable(`${s.name} is drawn at small sizes only`);
    const [rows, cols] = sizesOf(s.shape, sizes);
    if (has(s, 'diagonal')) return { diagonal: true, of: this.matrix(rows, 1) };
    const of = this.matrix(rows, cols);
    const sign = has(s, 'skew') ? -1 : has(s, 'symmetric') || has(s, 'positive-definite') ? 1 : 0;
    const lower = has(s, 'lower-triangular');
    const upper = has(s, 'upper-triangular');
    if (sign === 0 && !lower && !upper) return { diagonal: false, of };
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < cols; c++) {
        const k = r * cols + c;
        if (sign && r > c) of.data[k] = this.#signed(sign, of.data[c * cols + r]!);
        if (sign < 0 && r === c) of.data[k] = 0;
        if ((r < c && lower) || (r > c && upper)) of.data[k] = 0;
      }
    return { diagonal: false, of };
  }
  #signed(sign: 1 | -1, x: number): number {
    return sign > 0 || x === 0 ? x : this.#p - x;
  }

  /** Uniform in 0..p−1, by rejection. */
  #fill(out: Residues): Residues {
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let count = this.#count;
    const { data } = out;
    for (let i = 0; i < data.length; ) {
      const t = (((a + b) | 0) + count) | 0;
      count = (count + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (c << 21) | (c >>> 11);
      c = (c + t) | 0;
      const x = t & 0x7fffffff;
      if (x < this.#p) data[i++] = x;
    }
    [this.#a, this.#b, this.#c, this.#count] = [a, b, c, count];
    return out;
  }
}

export const sizesOf = (shape: Shape, sizes: Sizes): readonly [number, number] => [
  sizeOf(shape.rows, sizes),
  sizeOf(shape.cols, sizes),
];
