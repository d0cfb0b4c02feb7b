// What a sentence says that vec and ‖·‖ are, where it is not the usual: "vec stacks the rows", "‖·‖ is the spectral norm".

import type { Syntax } from '../latex/syntax.ts';
import type { Passage } from './document.ts';
import { type Atom, endsSentence } from './prose.ts';
import { rewrite } from './rewrite.ts';

export interface Spoken {
  /** vec lists the entries row by row. */
  readonly byRows: boolean;
  /** A bare ‖·‖ is the spectral norm of matrices, or not the Frobenius norm, or not the 2-norm of vectors either. */
  readonly norm: 'spectral' | 'of matrices' | 'of vectors' | null;
  /** a ⊗ b is the outer product of vectors. */
  readonly outer: boolean;
  /** A · B is the inner product of matrices. */
  readonly dot: boolean;
}

/** `formulas` are the texts of all formulas. */
export const spokenOf = (atoms: readonly Atom[], formulas: readonly string[]): Spoken => {
  let byRows = false;
  let norm: Spoken['norm'] = null;
  let [outer, dot] = [false, formulas.some(f => DOT.test(f))];
  let sentence = '';
  const end = (): void => {
    byRows ||= VEC.test(sentence) && ROWS.test(sentence) && !/\bcolumns?\b|\bnot\b/.test(sentence);
    if (sentence.includes('‖') && !/frobenius/.test(sentence)) {
      if (OF_VECTORS.test(sentence)) norm = 'of vectors';
      else if (SPECTRAL.test(sentence)) norm ??= 'spectral';
      else if (OF_MATRICES.test(sentence)) norm ??= 'of matrices';
    }
    outer ||= sentence.includes('⊗') && /\b(?:outer|dyadic) products?\b/.test(sentence);
    dot ||=
      sentence.includes('·') &&
      /\b(?:inner|frobenius|dot|double dot) products? of (?:two )?matrices\b/.test(sentence);
    sentence = '';
  };
  atoms.forEach((a, i) => {
    if (a.kind === 'math') sentence += ` ${signOf(a.region ? (formulas[a.index] ?? '') : '')}`;
    else sentence += ` ${a.kind === 'number' ? a.value : a.text}`;
    if (endsSentence(atoms, i)) end();
  });
  end();
  return { byRows, norm, outer, dot };
};

const signOf = (formula: string): string => SIGNS.find(([pattern]) => pattern.test(formula))?.[1] ?? '$';
/** ‖·‖ or ‖A‖ alone, without an index. */
const NORM =
  /^\s*(?:\\left\s*)?(?:\\\||\\lVert|\\Vert|\|\||‖)\s*(?:\\cdot|\\bullet|\.|·|\\mathbf\{?\w\}?|\w)\s*(?:\\right\s*)?(?:\\\||\\rVert|\\Vert|\|\||‖)\s*$/;
const SIGNS: readonly (readonly [formula: RegExp, sign: string])[] = [
  [NORM, '‖'],
  [/^[^=]*\bvec\b[^=]*$/, 'vec'],
  [/^[^=]*(?:\\otimes|⊗)[^=]*(?:=|$)/, '⊗'],
  [/^\s*\S*\s*(?:\\cdot|·)\s*\S*\s*(?:=|$)/, '·'],
];
/** A · B = tr(AᵀB). */
const DOT =
  /^\s*\w\s*(?:\\cdot|·)\s*\w\s*(?::=|=|\\equiv|\\coloneqq)\s*(?:\\(?:operatorname|mathrm|text)\s*\{[tT]r(?:ace)?\}|\\?[tT]r\b)/;
const VEC = /\bvec\b|\bvectori[sz]\w*|\bflatten\w*/;
const ROWS =
  /\brow (?:major|wise|by row)\b|\browwise\b|\b(?:stack|concatenat|list|arrang|read)\w*(?: (?!columns?\b)\S+){0,4} rows\b|\brows (?:\S+ ){0,2}(?:stacked|concatenated)\b/;
const SPECTRAL = /\b(?:spectral|operator)(?: \S+)? norm\b/;
const OF_MATRICES =
  /\b(?:spectral|operator|induced|nuclear|trace|schatten|matrix|submultiplicative|largest singular)(?: \S+){0,2} (?:norms?|value)\b/;
const OF_VECTORS =
  /\b(?:any|arbitrary|some|dual|weighted|maximum|max|sup|supremum|uniform|infinity|taxicab|manhattan|1|one|l1|ℓ1) norms?\b/;

/** vec(X) of the rows is vec(Xᵀ) of the columns. */
export const withRows = (passages: readonly Passage[]): Passage[] =>
  passages.map(p => ({ ...p, chain: { ...p.chain, items: p.chain.items.map(ofRows) } }));
const ofRows = (item: Syntax): Syntax =>
  rewrite(item, s => {
    if (s.kind !== 'call') return s;
    const turned = (of: Syntax): Syntax => ({ kind: 'transpose', of, prime: false, span: of.span });
    const [of, ...sizes] = s.args;
    if (s.fn === 'vec' && of) return { ...s, args: [turned(of)], origin: s.origin ?? s };
    return s.fn === 'unvec' && of
      ? { ...turned({ ...s, args: [of, ...sizes.reverse()] }), origin: s.origin ?? s }
      : s;
  });
