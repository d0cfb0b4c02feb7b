// Chains → claims: every "=" that does not define joins its two neighbours; under each layout that could be meant it says one thing.

import { type Document, type Passage, position } from '../document/document.ts';
import type { Layout } from '../expression/expression.ts';
import type { Syntax } from '../latex/syntax.ts';
import { Builder, type Layouts, type Supposed } from './build.ts';
import { type Claim, fold, type Listed, type Reading, type Rescue } from './claim.ts';
import { couldBeSymmetric, doubtsOf, lettersIn } from './doubts.ts';
import type { Inference } from './infer.ts';
import { Refusal } from './refusal.ts';
import type { Scope } from './scope.ts';
import { refused, statement } from './statement.ts';
import type { Namer } from './unify.ts';
import { nothingVaries, varyingIn } from './varying.ts';
import { Written } from './written.ts';

/** The combinations of conventions that are tried, under the name by which a verdict reports them. */
const CONVENTIONS: readonly { layout: Layout; layouts: Layouts }[] = [
  { layout: 'gradient', layouts: { scalar: 'gradient', other: 'numerator' } },
  { layout: 'numerator', layouts: { scalar: 'numerator', other: 'numerator' } },
  { layout: 'denominator', layouts: { scalar: 'denominator', other: 'denominator' } },
];

export interface Surroundings {
  readonly scope: Scope;
  readonly inference: Inference;
  readonly namer: Namer;
  readonly dimensions: ReadonlySet<string>;
  /** Letters that the document differentiates by. */
  readonly variables: readonly string[];
  /** Letters that stand directly behind a d somewhere. */
  readonly moved: ReadonlySet<string>;
  readonly forced: Layout | null;
}

export const claimsOf = (p: Passage, around: Surroundings): { claims: Claim[]; listed: Listed[] } => {
  const { document } = around.scope;
  const claims: Claim[] = [];
  const listed: Listed[] = [];
  const { items, relations } = p.chain;
  relations.forEach((relation, i) => {
    const [left, right] = [items[i]!, items[i + 1]!];
    const { line } = position(document.text, relation.span.start);
    const text = quote(document, left, right, relation.sign);
    const defines = (i === 0 && around.scope.definitions.has(p.chain)) || relation.sign === ':=';
    const why: Listed['why'] | null = defines
      ? 'definition'
      : relation.sign !== '=' && relation.sign !== '≡'
        ? 'not an equation'
        : p.role === 'condition' || p.role === 'mention'
          ? p.role
          : isOperatorDefinition(p, left)
            ? 'definition'
            : null;
    if (why) {
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
      readings: readings(p, left, right, relation.span, around),
    });
  });
  return { claims, listed };
};

/** "with A:B = tr(AᵀB)" says what a sign means; under "write" or "with" it is no claim. */
const isOperatorDefinition = (p: Passage, left: Syntax): boolean =>
  p.role === 'define' && (left.kind === 'binary' || left.kind === 'inner' || left.kind === 'norm');

const quote = (d: Document, left: Syntax, right: Syntax, sign: string): string =>
  `${fold(d.text.slice(left.span.start, left.span.end))} ${sign} ${fold(d.text.slice(right.span.start, right.span.end))}`;

const readings = (
  p: Passage,
  left: Syntax,
  right: Syntax,
  at: Syntax['span'],
  around: Surroundings,
): Reading[] => {
  const { keys: varying, assumed, unsaid } = varyingIn(p, around);
  if (unsaid) return [{ layout: null, kind: null, content: { unreadable: nothingVaries(at) } }];
  const given = assumed.map(name => `${name} constant`);
  const builder = (layouts: Layouts, supposed: Supposed = new Map()): Builder =>
    new Builder(
      around.scope,
      around.inference,
      around.namer,
      layouts,
      varying,
      p,
      around.dimensions,
      supposed,
    );
  const written = (layouts: Layouts): Written =>
    new Written(left, right, around.scope.document.text, supposed => builder(layouts, supposed));
  const read = (layouts: Layouts): { content: Reading['content']; used: Builder['used'] } => {
    const b = builder(layouts);
    try {
      return { content: { statement: statement(b, left, right, at) }, used: b.used };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { content: refused(error, around, [left, right], b.used.other), used: b.used };
    }
  };
  const letters = lettersIn(around.scope, [left, right]);
  const doubts = doubtsOf([left, right], letters, at, around);
  const rescues = (layouts: Layouts): Rescue[] =>
    letters
      .filter(l => couldBeSymmetric(l, around))
      .map(l => ({
        condition: `${l.name} is symmetric`,
        unsaid: !l.declaration,
        statement: () =>
          written(layouts)
            .supposing(new Map([[l.key, [...(l.declaration?.structure ?? []), 'symmetric']]]))
            .statement(),
      }));
  const [first] = CONVENTIONS;
  const { content, used } = read(first!.layouts);
  if (!used.scalar && !used.other)
    return [
      {
        layout: null,
        kind: null,
        content,
        given,
        doubts,
        rescues: rescues(first!.layouts),
        written: written(first!.layouts),
      },
    ];
  const kind = used.other ? 'other' : 'scalar';
  const forced = around.forced ?? p.layout ?? null;
  const meant = CONVENTIONS.filter(
    c =>
      (c.layout !== 'denominator' || used.other || used.scalarByMatrix) &&
      (c.layout !== 'gradient' || used.scalar),
  );
  const chosen = meant.filter(c => c.layout === forced);
  return (chosen.length ? chosen : meant).map(c => ({
    layout: c.layout,
    kind,
    content: c === first ? content : read(c.layouts).content,
    given,
    doubts,
    rescues: rescues(c.layouts),
    written: written(c.layouts),
  }));
};
