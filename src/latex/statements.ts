// Items of a region → chains: rows, columns, punctuation and connective words decide where one statement ends and another goes on.
//   a row that begins with a relation or an operator goes on; after \quad, & or a comma a new statement begins if it has a relation
//   nothing is dropped but numbers of equations and remarks in brackets, ranges of indices ("i = 1, …, n") and words

import { nest } from './brackets.ts';
import { type Item, type ItemOf, problem } from './items.ts';
import type { RelationSign, Span } from './syntax.ts';

export interface RawChain {
  readonly lead: string;
  /** One more than relations; the last may be empty while the chain is being made. */
  readonly items: Item[][];
  readonly relations: { sign: RelationSign; span: Span }[];
  /** Begins with a relation: its left side is in the display before. */
  readonly continues: boolean;
}

interface Segment {
  readonly separator: 'row' | 'column' | 'quad' | 'comma' | 'word';
  readonly words: string;
  readonly items: readonly Item[];
}

export const statements = (items: readonly Item[]): RawChain[] => {
  const maker = new ChainMaker();
  for (const row of balancedRows(items)) maker.row(withoutRanges(segments(row)));
  return maker.chains.map(withoutDots);
};

/** a = … = b says that a = b. */
const withoutDots = (chain: RawChain): RawChain => {
  const { items, relations } = chain;
  const isDots = (at: number): boolean => {
    const sign = relations[at - 1]?.sign;
    return (
      items[at]!.length === 1 &&
      items[at]![0]!.type === 'ellipsis' &&
      sign === '=' &&
      relations[at]?.sign === sign
    );
  };
  const kept = items.map((_, at) => !isDots(at));
  return {
    ...chain,
    items: items.filter((_, at) => kept[at]),
    relations: relations.filter((_, at) => kept[at]),
  };
};

/** Rows with their brackets matched; a row goes on in the next ones where that closes its brackets. */
const balancedRows = (items: readonly Item[]): (readonly Item[])[] => {
  const rows: Item[][] = [[]];
  const add = (item: Item): void => {
    if (item.type === 'row') rows.push([]);
    else if (item.type === 'brace' && item.items.some(isRelation)) item.items.forEach(add);
    else rows.at(-1)!.push(item);
  };
  items.forEach(add);
  const out: (readonly Item[])[] = [];
  for (let i = 0; i < rows.length; i++) {
    let nested = nest(rows[i]!, false);
    if (nested.unmatched > 0)
      for (let more = 1; more <= 2 && i + more < rows.length; more++) {
        const joined = nest(rows.slice(i, i + more + 1).flatMap(withoutColumns), false);
        if (joined.unmatched > 0) continue;
        nested = joined;
        i += more;
        break;
      }
    out.push(nested.items);
  }
  return out;
};
const withoutColumns = (row: readonly Item[], i: number): readonly Item[] =>
  i === 0 ? row : row.filter(item => item.type !== 'ampersand');

const segments = (row: readonly Item[]): Segment[] => {
  const found: Segment[] = [];
  let current: Item[] = [];
  let separator: Segment['separator'] = 'row';
  let words = '';
  const close = (next: Segment['separator'], word = ''): void => {
    if (current.length > 0) {
      found.push({ separator, words, items: current });
      current = [];
      separator = next;
      words = word;
    } else {
      if (separator !== 'row' && separator !== 'word') separator = next;
      if (word && separator !== 'row') separator = 'word';
      words = `${words} ${word}`.trim();
    }
  };
  row.forEach((item, i) => {
    switch (item.type) {
      case 'ampersand':
        close('column');
        return;
      case 'quad':
        close('quad');
        return;
      case 'connective':
        close('word', item.word);
        return;
      case 'punctuation':
        if (item.sign !== '?') close('comma');
        return;
      case 'text':
        if (isName(item, row[i - 1], row[i + 1])) current.push(asWord(item));
        else close('word', cleaned(item.words));
        return;
      default:
        current.push(item);
    }
  });
  if (current.length > 0 || words) found.push({ separator, words, items: current });
  return found;
};

const CONNECTIVES =
  /^(where|and|so|hence|thus|then|or|with|for|if|let|since|because|when|by|as|is|are|we|that|given|using|from|also|note|but|define|which|therefore|now|finally|such|on|in|at|to|of|the)$/i;
/** \text{loss} = …: one word in the place of a letter. */
const isName = (item: ItemOf<'text'>, before: Item | undefined, after: Item | undefined): boolean => {
  if (!/^\p{L}[\p{L}\d-]+$/u.test(item.words) || CONNECTIVES.test(item.words)) return false;
  const joins = (i: Item | undefined): boolean =>
    i?.type === 'operator' || i?.type === 'relation' || i?.type === 'script' || i?.type === 'prime';
  return joins(before) || joins(after) || (after?.type === 'bracket' && after.spaced === 'none');
};
const asWord = (item: ItemOf<'text'>): Item => ({
  type: 'word',
  start: item.start,
  end: item.end,
  spaced: item.spaced,
  word: item.words,
  latex: `\\text{${item.words}}`,
});
const cleaned = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** "i = 1, …, n" says what an index runs over. */
const withoutRanges = (row: readonly Segment[]): Segment[] => {
  const dropped = new Set<number>();
  row.forEach((s, e) => {
    if (s.items.length !== 1 || s.items[0]?.type !== 'ellipsis' || s.separator !== 'comma') return;
    let from = e - 1;
    while (
      row[from]?.separator === 'comma' &&
      row[from]?.items.length === 1 &&
      row[from]?.items[0]?.type === 'number'
    )
      from--;
    const [index, relation, first, ...more] = row[from]?.items ?? [];
    if (
      index?.type !== 'letter' ||
      relation?.type !== 'relation' ||
      first?.type !== 'number' ||
      more.length > 0
    )
      return;
    for (let i = from; i <= e; i++) dropped.add(i);
    if (row[e + 1]?.separator === 'comma' && !row[e + 1]!.items.some(isRelation)) dropped.add(e + 1);
  });
  return row.filter((_, i) => !dropped.has(i));
};

const isRelation = (item: Item | undefined): item is ItemOf<'relation'> => item?.type === 'relation';
/** The a of "… = b \\quad a, b ∈ ℝⁿ". */
const isListed = (row: readonly Segment[], at: number): boolean => {
  for (let i = at; i < row.length; i++) {
    const { separator, items } = row[i]!;
    if ((i > at && separator !== 'comma') || items[0]?.type !== 'letter') return false;
    const [, relation] = items;
    if (relation) return i > at && isRelation(relation) && relation.sign === '∈';
  }
  return false;
};
const isOperator = (item: Item | undefined): item is ItemOf<'operator'> => item?.type === 'operator';
/** (1), (2.3), (*), (x ≠ 0), (by (1)): the number of an equation, or a remark on it. */
const isRemark = (items: readonly Item[]): boolean => {
  const [only] = items;
  return (
    items.length === 1 &&
    only?.type === 'bracket' &&
    only.fence === '(' &&
    (only.items.every(i => i.type === 'number' || (i.type === 'operator' && i.operator === '*')) ||
      only.items.some(i => i.type === 'relation' || i.type === 'text') ||
      only.items.filter(i => i.type === 'letter' && i.font === 'upright').length > 3)
  );
};

class ChainMaker {
  readonly chains: RawChain[] = [];
  #current: RawChain | null = null;
  #lead = '';
  /** A row ended since the last relation. */
  #broken = false;

  row(row: readonly Segment[]): void {
    this.#broken = true;
    row.forEach((segment, i) => {
      this.#lead = `${this.#lead} ${segment.words}`.trim();
      if (segment.items.length === 0) return;
      const next = row[i + 1];
      const relationNext = next?.separator === 'column' && isRelation(next.items[0]);
      const goesOn = !isListed(row, i) && this.#goesOn(segment, relationNext, i === 0);
      if (goesOn === 'dropped') return;
      if (goesOn === 'stray') this.#append([stray(segment.items[0]!), ...segment.items]);
      else if (goesOn) this.#append(segment.items);
      else this.#begin(segment.items);
    });
  }

  #goesOn(s: Segment, relationNext: boolean, first: boolean): boolean | 'dropped' | 'stray' {
    const chain = this.#current;
    if (!chain) return false;
    const [head] = s.items;
    const last = chain.items.at(-1)!;
    const isOpen = last.length === 0 || (isOperator(last.at(-1)) && s.separator !== 'comma');
    if (isRelation(head) || isOpen) return true;
    const claims = s.items.some(isRelation) || relationNext;
    if (first) return isOperator(head) && (head.operator !== '-' || !claims);
    switch (s.separator) {
      case 'column':
        if (isOperator(head)) return true;
        if (claims) return chain.relations.length === 0;
        if (chain.relations.length === 0) return true;
        return isRemark(s.items) ? 'dropped' : 'stray';
      case 'quad':
        if (isOperator(head)) return true;
        if (claims) return false;
        return isRemark(s.items) ? 'dropped' : true;
      case 'row':
      case 'comma':
      case 'word':
        return false;
    }
  }

  #begin(items: readonly Item[]): void {
    this.#current = { lead: this.#lead, items: [[]], relations: [], continues: isRelation(items[0]) };
    this.#lead = '';
    this.chains.push(this.#current);
    this.#append(items);
  }

  #append(items: readonly Item[]): void {
    const chain = this.#current!;
    const signature = items.some(i => isRelation(i) && (i.sign === '→' || i.sign === 'other'));
    items.forEach((item, i) => {
      if (isRelation(item) || (signature && isOperator(item) && item.operator === ':')) {
        const relation = {
          sign: isRelation(item) ? item.sign : ('other' as const),
          span: { start: item.start, end: item.end },
        };
        const repeated =
          i === 0 && this.#broken && chain.relations.length > 0 && chain.items.at(-1)!.length === 0;
        if (repeated) chain.relations[chain.relations.length - 1] = relation;
        else {
          chain.relations.push(relation);
          chain.items.push([]);
        }
        this.#broken = false;
      } else chain.items.at(-1)!.push(item);
    });
    this.#lead = '';
  }
}

const stray = (at: Item): Item => ({
  type: 'bad',
  start: at.start,
  end: at.end,
  spaced: at.spaced,
  problem: problem('P008', at, 'what does `&` separate here? no relation stands before or after it', {
    fix: 'write the relation, or remove the `&`',
  }),
});
