// Chains → claims: every "=" that does not define joins its two neighbours; under each layout that could be meant it says one thing.

import { type Document, type Passage, position } from '../document/document.ts';
import type { Syntax } from '../latex/syntax.ts';
import { type Claim, fold, type Listed } from './claim.ts';
import { isOperatorDefinition } from './doubts.ts';
import { conditional, readings } from './reading.ts';
import type { Surroundings } from './surroundings.ts';

export const claimsOf = (p: Passage, around: Surroundings): { claims: Claim[]; listed: Listed[] } => {
  const { document } = around.scope;
  const claims: Claim[] = [];
  const listed: Listed[] = [];
  const { items, relations } = p.chain;
  relations.forEach((relation, i) => {
    const [left, right] = [items[i]!, items[i + 1]!];
    const { line } = position(document.text, relation.span.start);
    const text = quote(document, left, right, relation.sign);
    const says = around.scope.definitions.has(p.chain) || (p.role === 'define' && isSingleEntry(left));
    const defines = (i === 0 && says) || relation.sign === ':=';
    const why: Listed['why'] | null = defines
      ? 'definition'
      : relation.sign !== '=' && relation.sign !== '≡'
        ? 'not an equation'
        : isOperatorDefinition(p)
          ? 'definition'
          : p.role === 'condition' || p.role === 'mention'
            ? p.role
            : null;
    const follows =
      why === 'condition' && !p.used && !p.supposed
        ? conditional(p, [left, right], relation.span, around)
        : null;
    if (why && !follows) {
      listed.push({ line, text, why });
      return;
    }
    const at = position(document.text, relation.span.start);
    const whole = { start: left.span.start, end: right.span.end };
    claims.push({
      id: '',
      text,
      lhs: fold(document.text.slice(left.span.start, left.span.end)),
      rhs: fold(document.text.slice(right.span.start, right.span.end)),
      span: relation.span,
      whole,
      line: at.line,
      column: at.column,
      endLine: position(document.text, relation.span.end).line,
      readings: follows ? [follows] : readings(p, [left, right], relation.span, around),
      ...(follows && { orListed: { line, text, why: 'condition' } }),
    });
  });
  return { claims, listed };
};

/** E_{ij} = e_i e_jᵀ, which the reader knows. */
const isSingleEntry = (s: Syntax): boolean => s.kind === 'subscript' && s.single === true;

const quote = (d: Document, left: Syntax, right: Syntax, sign: string): string =>
  `${fold(d.text.slice(left.span.start, left.span.end))} ${sign} ${fold(d.text.slice(right.span.start, right.span.end))}`;
