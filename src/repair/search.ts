// The search for the nearest true line in one reading of a claim: one edit first, then pairs, then what only samples support.
//   work is counted, not timed, so that the same stream gives the same repair on every machine

import type { Written } from '../elaborate/written.ts';
import { asksToDifferentiate } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Random } from '../number/random.ts';
import { type Candidate, IN_QUESTIONS, withOneEdit, withTwoEdits } from './candidates.ts';
import { REPAIRS } from './edits.ts';
import { keyOf, piecesIn } from './make.ts';
import { answerAt } from './points.ts';
import { firstLook, hasNoResidues, isSupported, type Looked, supported } from './samples.ts';
import { Author } from './text.ts';
import { tidied } from './tidy.ts';
import { type Truth, verdictOn } from './verdict.ts';
import { type View, viewsOf } from './view.ts';

export interface Found {
  readonly candidate: Candidate;
  /** Supported by samples only where nothing was proved or verified. */
  readonly verdict: Truth['name'] | 'supported';
}

/** How much is read and evaluated for one line, in pieces of syntax: at all, for pairs of edits, and in floating point at the end and on the way. */
const WORK = 14_000;
const WORK_ON_PAIRS = 5000;
const WORK_ON_SAMPLES = 700;
const WORK_ON_LOOKS = 1500;
/** Of pairs, what the right side has before the left one. */
const FOR_RIGHT = 0.8;
/** So many candidates that hold at the random points are given to the judges. */
const MOST_JUDGED = 12;

export class Search {
  readonly #written: Written;
  readonly #random: Random;
  readonly #author: Author;
  readonly #views;
  readonly #about;
  readonly #pieces: number;
  readonly #isAsked: boolean;
  readonly #one: readonly Candidate[];
  /** Candidates that only floating point can thin out. */
  #looked = 0;

  constructor(written: Written, random: Random, isHeld: boolean) {
    const { left, right } = written;
    this.#written = written;
    this.#random = random;
    this.#author = new Author(written.text, [left, right]);
    this.#views = viewsOf(written, random);
    this.#about = {
      left: this.#views.left.about(right, isHeld),
      right: this.#views.right.about(left, isHeld),
    };
    this.#pieces = piecesIn(left) + piecesIn(right);
    const asked = written.expression(left);
    this.#isAsked = asked !== null && asksToDifferentiate(asked);
    this.#one = byDistance([
      ...withOneEdit('right', right, this.#about.right),
      ...withOneEdit('left', left, this.#about.left, this.#isAsked ? IN_QUESTIONS : REPAIRS),
    ]).slice(0, WORK / this.#pieces);
  }

  withOne(): Found | null {
    return this.#nearest(this.#one);
  }

  withTwo(): Found | null {
    const { left, right } = this.#written;
    const most = Math.min(WORK - this.#one.length * this.#pieces, WORK_ON_PAIRS) / this.#pieces;
    const ofRight = byDistance(withTwoEdits('right', right, this.#about.right, FOR_RIGHT * most));
    const found = this.#nearest(ofRight);
    if (found || this.#isAsked) return found;
    return this.#nearest(byDistance(withTwoEdits('left', left, this.#about.left, most - ofRight.length)));
  }

  supported(): Found | null {
    const looked = this.#one.slice(0, WORK_ON_SAMPLES / this.#pieces).filter(c => this.#canWrite(c));
    const candidate = supported(looked, this.#views, this.#random);
    return candidate && { candidate, verdict: 'supported' };
  }

  /** The first that is true. */
  #nearest(candidates: readonly Candidate[]): Found | null {
    let judged = 0;
    for (const candidate of candidates) {
      const view = this.#views[candidate.which];
      const statement = view.statement(candidate);
      const [lhs, rhs] = view.sides(candidate);
      if (!statement || keyOf(lhs) === keyOf(rhs)) continue;
      const found = this.#lookAt(statement, view);
      if (found === 'different' || !this.#canWrite(candidate)) continue;
      const verdict = this.#verdictOn(statement, found);
      if (verdict) return { candidate: this.#tidy(candidate, found), verdict };
      if (++judged === MOST_JUDGED) return null;
    }
    return null;
  }

  /** What a candidate is worth showing to the judges for: where residues say nothing, "agree" in floating point, or "abstained". */
  #lookAt(statement: Statement, { points }: View): Looked {
    const answer = answerAt(statement, points);
    if (answer === 'same') return answer;
    const looks = answer === 'unknown' && hasNoResidues(statement);
    return looks && ++this.#looked * this.#pieces <= WORK_ON_LOOKS
      ? firstLook(statement, points, this.#random)
      : 'different';
  }

  #verdictOn(statement: Statement, found: Looked): Found['verdict'] | null {
    const truth = verdictOn(statement, this.#random);
    return truth?.name ?? (found === 'agree' && isSupported(statement, this.#random) ? 'supported' : null);
  }

  /** As people write it, where that holds as well. */
  #tidy(candidate: Candidate, found: Looked): Candidate {
    const view = this.#views[candidate.which];
    const edits = candidate.edits.map(e => ({ ...e, by: tidied(e.by, view.isScalar) }));
    const tidier = { ...candidate, edits, side: tidied(candidate.side, view.isScalar) };
    const statement = tidier.side === candidate.side ? null : view.statement(tidier);
    return statement && this.#canWrite(tidier) && this.#verdictOn(statement, found) ? tidier : candidate;
  }
  #canWrite({ side, edits }: Candidate): boolean {
    return [side, ...edits.flatMap(e => [e.piece, e.by])].every(s => this.#author.canWrite(s));
  }
}
const byDistance = (all: Candidate[]): Candidate[] => all.sort((a, b) => a.distance - b.distance);
