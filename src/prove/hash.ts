// Hashes of 32 bits for colours of networks. Search code: a collision costs time or a proof, never soundness.

import type { Factor } from '../expression/dimension.ts';

export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const MOST_TEXTS = 10_000;
const texts = new Map<string, number>();
export const hashText = (text: string): number => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = mix(h, text.charCodeAt(i));
  if (texts.size > MOST_TEXTS) texts.clear();
  texts.set(text, h);
  return h;
};
export const hashFactor = (f: Factor): number => (typeof f === 'number' ? mix(f, 7) : hashText(String(f)));
