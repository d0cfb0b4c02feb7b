// What a sentence says of its matrices and no row of the vocabulary hears: "with zero diagonal", "whose rows sum to one". It is not used,
// so that no claim about a letter that is declared there is called false. Word lists that cannot be complete, kept wide.

import type { Declaration } from './document.ts';

const DIAGONAL = `(?:(?:its|the|main|whose|a|all) )*diagonals?(?: (?:entries|elements|part))?`;
const VALUE = String.raw`(?:zeros?|ones?|units?|0|1|\$0\$|\$1\$|constant|equal)`;
const SAID = new RegExp(
  [
    String.raw`\bstrictly (?:lower|upper|triangular)\b`,
    String.raw`\bunit[- ](?:(?:lower|upper)[- ])?triangular\b|\bunitriangular\b|\bunipotent\b|\bhollow\b`,
    String.raw`\b${VALUE} (?:on|along|off|outside|in) ${DIAGONAL}|\b${VALUE} ${DIAGONAL}(?! (?:entries |elements )?matri)|\b${DIAGONAL} (?:is|are|being|of|equal)\b`,
    String.raw`\bscalar matri(?:x|ces)\b|\bmultiples? of (?:the|an) identity\b`,
    String.raw`\b(?:anti|counter|quasi|nearly|almost|persymmetric)[- ](?:diagonal|(?:lower |upper )?triangular|symmetric)\b`,
    String.raw`\b(?:rows?|columns?|entries|elements) (?:that |which |all )*(?:sum|sums|add|adds|summing|adding)\b|\b(?:row|column) sums?\b`,
    String.raw`\b(?:with|of|has|have|having) rank\b|\brank[- ](?:one|1|deficient)\b`,
    String.raw`\btrace[- ](?:free|zero|one|0|1)\b|\b${VALUE} trace\b|\b(?:unit|${VALUE}) determinant\b`,
  ].join('|'),
  'i',
);
const AROUND = 240;

/** Declarations with what their sentence says beside them. */
export const withUnheard = (declarations: readonly Declaration[], text: string): Declaration[] =>
  declarations.map(d => {
    const heard = d.kind === 'matrix' || d.cols?.length ? SAID.exec(sentenceAt(text, d.span.start)) : null;
    return heard ? { ...d, unused: [...(d.unused ?? []), heard[0].toLowerCase()] } : d;
  });
const sentenceAt = (text: string, at: number): string =>
  text.slice(Math.max(0, at - AROUND), at).replace(/^[\s\S]*(?:[.;]\s|\n\s*\n)/, '') +
  text.slice(at, at + AROUND).replace(/(?:[.;]\s|\n\s*\n)[\s\S]*$/, '');
