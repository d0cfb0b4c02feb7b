// claims → verdicts: every reading of every claim is judged, the document's layouts are found, and each claim gets one verdict.

import type { Problem } from '../document/document.ts';
import type { Claim, Elaborated, Instance, Listed, Reading } from '../elaborate/claim.ts';
import type { Layout } from '../expression/expression.ts';
import { type ByConvention, settled } from './convention.ts';
import { convention, under } from './layout.ts';
import { mended } from './mend.ts';
import { type Finding, judgeStatement } from './statement.ts';
import { Shown, steps } from './trust.ts';
import { Turns } from './turns.ts';
import {
  type Contradiction,
  type Counterexample,
  holds,
  type Judged,
  type JudgedDocument,
  VERDICTS,
  type Verdict,
  type VerdictName,
} from './verdict.ts';

export interface JudgingOptions {
  readonly seed?: string | undefined;
  readonly runs?: number | undefined;
  /** Called after each claim, before layouts are settled, with the verdict of the reading that speaks best for it. */
  readonly onClaim?: ((done: number, total: number, best: VerdictName) => void) | undefined;
  /** Counterexamples of earlier runs by claim id, tried first. */
  readonly stored?: ReadonlyMap<string, Counterexample> | undefined;
  /** Whether false lines are repaired; so they are if not said. */
  readonly repairs?: boolean | undefined;
  /** Stops after the claim at hand. */
  readonly signal?: AbortSignal | undefined;
}

export const DEFAULT_SEED = 'rederive';

interface JudgedReading {
  readonly layout: Layout | null;
  readonly kind: Reading['kind'];
  readonly holds: boolean;
  readonly verdict: Verdict;
  readonly byConvention: ByConvention;
  readonly contradiction: readonly string[] | null;
}

/** Judges every claim of a document. The same seed gives the same verdicts and counterexamples on every machine. */
export const judge = async (of: Elaborated, options: JudgingOptions = {}): Promise<JudgedDocument> => {
  const claims: { claim: Claim; readings: JudgedReading[] }[] = [];
  const conditions: Listed[] = [];
  const shown = new Shown();
  const turns = new Turns();
  const all = [...of.claims, ...of.conditions].sort((a, b) => a.span.start - b.span.start);
  for (const claim of all) {
    await turns.give();
    if (options.signal?.aborted) break;
    const readings: JudgedReading[] = [];
    for (const reading of claim.readings)
      readings.push(
        (await follows(claim, reading, shown, options)) ?? (await judgeReading(claim, reading, options)),
      );
    if (claim.orListed) {
      const holding = readings.find(r => r.holds);
      shown.note(claim, holding?.verdict ?? null);
      if (!holding) {
        conditions.push(claim.orListed);
        continue;
      }
    }
    claims.push({ claim, readings });
    options.onClaim?.(claims.length, all.length - conditions.length, best(readings));
  }
  const read = claims.map(c => c.readings);
  const layouts = {
    scalar: of.layout ?? convention('scalar', read),
    other: of.layout ?? convention('other', read),
  };
  const chosen: { judged: Judged; found: ByConvention }[] = [];
  const contradictions: Contradiction[] = [];
  for (const { claim, readings } of claims) {
    const reading = choose(readings, layouts);
    chosen.push({
      judged: { claim, verdict: withLayoutNotes(claim, reading, readings) },
      found: reading.byConvention,
    });
    for (const r of readings) if (r.contradiction) contradictions.push({ claim, says: r.contradiction });
  }
  const { path, text, understood, problems } = of;
  const listed = [...of.listed, ...conditions].sort((a, b) => a.line - b.line);
  const { convention: constrained, claims: judged } = settled(chosen);
  const repaired =
    options.repairs === false ? judged : await mended(judged, options.seed ?? DEFAULT_SEED, options.signal);
  return {
    path,
    text,
    understood,
    claims: repaired,
    convention: constrained,
    listed,
    problems,
    layouts,
    contradictions,
  };
};

const best = (readings: readonly JudgedReading[]): VerdictName =>
  VERDICTS.find(name => readings.some(r => r.verdict.name === name)) ?? 'unreadable';

const choose = (
  readings: readonly JudgedReading[],
  layouts: { scalar: Layout | null; other: Layout | null },
): JudgedReading => {
  const [first] = readings;
  const layout = first?.kind && layouts[first.kind];
  return layout ? under(readings, layout) : first!;
};

const OUTER_TRANSPOSE = /[)\]}]\s*(\^\s*\{?\s*(\\top|\\intercal|T|\\mathsf\{?T\}?)\s*\}?|ᵀ)$/u;

const withLayoutNotes = (
  claim: Claim,
  chosen: JudgedReading,
  readings: readonly JudgedReading[],
): Verdict => {
  const { verdict } = chosen;
  if (!chosen.layout) return verdict;
  const notes = [...verdict.notes];
  const elsewhere = readings.filter(r => r !== chosen && r.holds).map(r => r.layout);
  if (!chosen.holds && elsewhere.length) notes.push(`holds in ${elsewhere.join(' and ')} layout`);
  if (chosen.holds && chosen.layout === 'denominator')
    notes.push(
      OUTER_TRANSPOSE.test(claim.rhs)
        ? 'the numerator-layout Jacobian is the bracket without its transpose'
        : 'the numerator-layout Jacobian is the transpose of this',
    );
  return { ...verdict, layout: chosen.layout, notes };
};

const judgeReading = async (
  claim: Claim,
  reading: Reading,
  options: JudgingOptions,
): Promise<JudgedReading> => {
  const { content, layout, kind } = reading;
  const refusal = 'misfit' in content ? content.misfit : 'unreadable' in content ? content.unreadable : null;
  if (refusal) {
    const name = 'misfit' in content ? 'misfit' : 'unreadable';
    const verdict: Verdict = {
      name,
      layout,
      evidence: { abstained: [] },
      given: [],
      problem: refusal,
      notes: [],
    };
    return { layout, kind, holds: false, verdict, byConvention: [], contradiction: null };
  }
  if (reading.instances) return judgeInstances(claim, reading, reading.instances, options);
  if (!('statement' in content)) throw new TypeError(`a reading of ${claim.id} has no content`);
  const finding = await judgeStatement(content.statement, layout ? `${claim.id}/${layout}` : claim.id, {
    seed: options.seed ?? DEFAULT_SEED,
    runs: options.runs,
    stored: options.stored?.get(claim.id),
  });
  const verdictOf = (f: Finding): Verdict => {
    const found = toVerdict(claim, f, layout);
    return { ...found, given: [...found.given, ...(reading.given ?? [])] };
  };
  const verdict = await reconsidered(claim, reading, verdictOf(finding), options);
  const byConvention = [finding, ...finding.otherwise].flatMap(f =>
    f.convention && holds(f.name) ? [{ convention: f.convention, verdict: verdictOf(f) }] : [],
  );
  const { contradiction } = finding;
  const shown = verdict.name === 'refuted' || (!reading.refutesOnly && verdict.name === 'proved');
  const open = reading.refutesOnly ?? (holds(verdict.name) ? reading.provesOnly : undefined);
  if (open && !shown) {
    const question = asked(verdict, open);
    return { layout, kind, holds: false, verdict: question, byConvention: [], contradiction };
  }
  return { layout, kind, holds: holds(finding.name), verdict, byConvention, contradiction };
};

/** A claim about whole numbers: false if it is so at any value, supported if it holds at all that are tried. */
const judgeInstances = async (
  claim: Claim,
  { instances: _, ...reading }: Reading,
  instances: readonly Instance[],
  options: JudgingOptions,
): Promise<JudgedReading> => {
  let first: JudgedReading | null = null;
  for (const { given, statement } of instances) {
    const content = statement ? { statement } : { unreadable: notAt(claim, given) };
    const judged = await judgeReading(
      claim,
      { ...reading, content, given: [given, ...(reading.given ?? [])] },
      options,
    );
    if (!judged.holds) return judged;
    first ??= judged;
  }
  const verdict = {
    ...first!.verdict,
    name: 'supported' as const,
    given: [...(reading.given ?? []), ...instances.map(i => i.given)],
  };
  return { ...first!, verdict, byConvention: [] };
};
const notAt = (claim: Claim, given: string): Problem => ({
  severity: 'error',
  code: 'P024',
  message: `this is not understood at ${given}`,
  span: claim.span,
});

/** The equation follows from a line before, as surely as that line and the step are. */
const follows = async (
  claim: Claim,
  reading: Reading,
  shown: Shown,
  options: JudgingOptions,
): Promise<JudgedReading | null> => {
  for await (const step of steps(claim, reading, shown, options.seed ?? DEFAULT_SEED)) {
    const content = { statement: step.statement };
    const judged = await judgeReading(claim, { layout: null, kind: null, content }, options);
    if (!judged.holds) continue;
    const leaning = (verdict: Verdict): Verdict => shown.leaning(verdict, step);
    const byConvention = judged.byConvention.map(f => ({ ...f, verdict: leaning(f.verdict) }));
    return { ...judged, verdict: leaning(judged.verdict), byConvention };
  }
  return null;
};

/** A refuted claim: what may have been meant, and under which unsaid structure it holds. */
const reconsidered = async (
  claim: Claim,
  reading: Reading,
  verdict: Verdict,
  options: JudgingOptions,
): Promise<Verdict> => {
  if (verdict.name !== 'refuted') return verdict;
  const [doubt] = reading.doubts ?? [];
  if (doubt) return undecided(claim, verdict, `it is false as read, but ${doubt}`);
  const notes = [...verdict.notes];
  for (const rescue of reading.rescues ?? []) {
    const statement = rescue.statement();
    const seed = options.seed ?? DEFAULT_SEED;
    const found =
      statement && (await judgeStatement(statement, `${claim.id}/${rescue.condition}`, { seed, runs: 20 }));
    if (!found || !holds(found.name)) continue;
    if (rescue.unsaid)
      return undecided(claim, verdict, `it holds if ${rescue.condition}, and the text does not say`);
    notes.push(`right if ${rescue.condition}`);
  }
  return { ...verdict, notes };
};

/** A special case that holds shows nothing: the question stands. */
const asked = (verdict: Verdict, problem: Problem): Verdict => ({
  name: 'unreadable',
  layout: verdict.layout,
  evidence: { abstained: [] },
  given: [],
  problem,
  notes: [],
});

const undecided = (claim: Claim, verdict: Verdict, message: string): Verdict => ({
  name: 'unreadable',
  layout: verdict.layout,
  evidence: verdict.evidence,
  given: verdict.given,
  notes: verdict.notes,
  problem: {
    severity: 'error',
    code: 'A040',
    message,
    span: claim.span,
    fix: 'say it in the text; then this line can be judged',
  },
});

const VACUOUS = {
  same: 'vacuous: both sides say literally the same',
  empty: 'vacuous: no instance was found on which both sides have a value',
} as const;

const toVerdict = (claim: Claim, f: Finding, layout: Layout | null): Verdict => {
  const { name, evidence, given, convention } = f;
  const vacuous = f.vacuous === 'same' ? claim.lhs === claim.rhs : f.vacuous === 'empty' && holds(name);
  const base = {
    name,
    layout,
    evidence,
    given,
    notes: vacuous ? [VACUOUS[f.vacuous!]] : [],
    ...(vacuous && { vacuous: f.vacuous! }),
    ...(convention && { convention }),
  };
  if (f.counterexample) return { ...base, counterexample: f.counterexample };
  if (name !== 'unreadable') return base;
  return {
    ...base,
    problem: {
      severity: 'error',
      code: 'J001',
      message: 'no judge could decide this line',
      span: claim.span,
      note: evidence.abstained.join('; '),
      fix: 'write it with operators that a judge knows, or split the step',
    },
  };
};
