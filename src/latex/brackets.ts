// Matches brackets in one pass, whatever is typed: what stands between two fences becomes one item, what has no partner a problem.
//   bars open or close by what stands before them; a bar never spans a relation · never quadratic

import { type Fence, hull, type Item, type ItemOf, problem } from './items.ts';

interface Frame {
  readonly open: ItemOf<'fence'> | null;
  readonly items: Item[];
}
export interface Nested {
  readonly items: readonly Item[];
  /** Fences without a partner. */
  readonly unmatched: number;
}

const CLOSERS: Readonly<Record<Fence, string>> = {
  '(': ')',
  '[': ']',
  '{': '\\}',
  angle: '\\rangle',
  bar: '|',
  norm: '\\|',
};

/** @param inner true inside a fraction, script or bracket, where a leading "<" is no relation */
export const nest = (items: readonly Item[], inner: boolean): Nested => {
  const matcher = new Matcher(inner || opensAngle(items));
  for (let i = 0; i < items.length; i++) i += matcher.take(items[i]!, items[i + 1]);
  return matcher.end();
};

/** <x, y> at the beginning of a row is no relation. */
const opensAngle = (items: readonly Item[]): boolean => {
  const [first] = items;
  if (first?.type !== 'relation' || first.sign !== '<') return false;
  const end = items.findIndex(i => i.type === 'relation' && i.sign === '>');
  return items.slice(1, Math.max(1, end)).some(i => i.type === 'punctuation' && i.sign === ',');
};

class Matcher {
  readonly #stack: Frame[] = [{ open: null, items: [] }];
  readonly #open = new Map<Fence, number>();
  #unmatched = 0;

  constructor(readonly inner: boolean) {}

  /** How many of the following items were taken too. */
  take(item: Item, next: Item | undefined): number {
    switch (item.type) {
      case 'fence':
        return this.#fence(item, next);
      case 'relation':
        if (item.sign === '<' && this.#angleOpens(item)) return 0;
        if (item.sign === '>' && this.#top.open?.fence === 'angle') {
          this.#close(item);
          return 0;
        }
        this.#unwindBars();
        this.#items.push(item);
        return 0;
      case 'quad':
      case 'connective':
      case 'text':
      case 'punctuation':
        this.#unwindBars();
        this.#items.push(item);
        return 0;
      case 'ampersand':
        this.#unwindBars();
        if (this.#stack.length === 1) this.#items.push(item);
        return 0;
      default:
        this.#items.push(item);
        return 0;
    }
  }

  end(): Nested {
    this.#unclosed(1);
    return { items: this.#items, unmatched: this.#unmatched };
  }

  get #top(): Frame {
    return this.#stack.at(-1)!;
  }
  get #items(): Item[] {
    return this.#top.items;
  }
  get #afterOperand(): boolean {
    const last = this.#items.at(-1);
    switch (last?.type) {
      case 'letter':
      case 'number':
      case 'script':
      case 'prime':
      case 'bracket':
      case 'fraction':
      case 'root':
      case 'matrix':
      case 'accent':
      case 'brace':
      case 'braces':
      case 'ellipsis':
        return true;
      default:
        return false;
    }
  }

  #push(open: ItemOf<'fence'>): void {
    this.#stack.push({ open, items: [] });
    this.#open.set(open.fence, (this.#open.get(open.fence) ?? 0) + 1);
  }
  #pop(): { open: ItemOf<'fence'>; items: Item[] } {
    const { open, items } = this.#stack.pop()!;
    this.#open.set(open!.fence, (this.#open.get(open!.fence) ?? 1) - 1);
    return { open: open!, items };
  }

  #fence(item: ItemOf<'fence'>, next: Item | undefined): number {
    if (item.side === 'either') return this.#bar(item, next);
    if (item.side === 'open') this.#push(item);
    else if (this.#open.get(item.fence)) {
      this.#unclosed(this.#stack.findLastIndex(f => f.open?.fence === item.fence) + 1);
      this.#close(item);
    } else {
      this.#unmatched++;
      this.#items.push({
        type: 'bad',
        start: item.start,
        end: item.end,
        spaced: item.spaced,
        problem: problem('T023', item, `\`${item.text}\` closes a bracket that was not opened`, {
          fix: `remove it, or open the bracket`,
        }),
      });
    }
    return 0;
  }

  #bar(item: ItemOf<'fence'>, next: Item | undefined): number {
    const top = this.#top.open;
    const closes = (fence: Fence): boolean =>
      top?.fence === fence && top.side === 'either' && this.#afterOperand;
    const doubled =
      item.fence === 'bar' &&
      next?.type === 'fence' &&
      next.fence === 'bar' &&
      next.side === 'either' &&
      next.spaced === 'none';
    if (closes(item.fence)) this.#close(item);
    else if (doubled) {
      const norm = { ...item, fence: 'norm' as const, end: next.end, text: '||' };
      if (closes('norm')) this.#close(norm);
      else this.#push(norm);
      return 1;
    } else this.#push(item);
    return 0;
  }

  #angleOpens(item: ItemOf<'relation'>): boolean {
    const first = this.#items.length === 0 && this.#stack.length === 1 && !this.inner;
    if (first || this.#afterOperand || this.#items.at(-1)?.type === 'ampersand') return false;
    this.#push({ ...item, type: 'fence', fence: 'angle', side: 'open', explicit: false, text: '<' });
    return true;
  }

  #close(closer: Item): void {
    const { open, items } = this.#pop();
    this.#items.push({
      ...hull(open, closer),
      type: 'bracket',
      spaced: open.spaced,
      fence: open.fence,
      items,
      text: open.text,
    });
  }
  #unwindBars(): void {
    let level = this.#stack.length;
    while (this.#stack[level - 1]?.open?.side === 'either') level--;
    this.#unclosed(level);
  }
  /** The | of f(x | μ, Σ), which has no partner and stands behind something in round brackets. */
  #separates(open: ItemOf<'fence'>, first: Item | undefined): boolean {
    const isBar = open.side === 'either' && (open.fence === 'bar' || open.fence === 'norm');
    return (
      isBar &&
      this.#top.open?.fence === '(' &&
      this.#afterOperand &&
      first !== undefined &&
      first.type !== 'script'
    );
  }
  /** Puts the contents of brackets that nothing closes back, from this level on, each after a problem in its place. */
  #unclosed(level: number): void {
    const frames = this.#stack.splice(level);
    for (const { open, items } of frames) {
      if (this.#separates(open!, items[0])) {
        this.#open.set(open!.fence, (this.#open.get(open!.fence) ?? 1) - 1);
        this.#items.push({ ...open!, type: 'punctuation', sign: '|' }, ...items);
        continue;
      }
      this.#open.set(open!.fence, (this.#open.get(open!.fence) ?? 1) - 1);
      this.#unmatched++;
      this.#items.push(unclosed(open!, items[0]));
      for (const item of items) this.#items.push(item);
    }
  }
}

const unclosed = (open: ItemOf<'fence'>, first: Item | undefined): Item => {
  const isAt = open.fence === 'bar' && first?.type === 'script' && first.sign === '_';
  const closer = `\`${open.explicit ? '\\right' : ''}${CLOSERS[open.fence]}\``;
  return {
    type: 'bad',
    start: open.start,
    end: open.end,
    spaced: open.spaced,
    problem: isAt
      ? problem('P007', open, 'a value at a point, `|_{…}`, cannot be judged', {
          fix: 'name the point before you differentiate, or put it in afterwards as a claim of its own',
        })
      : problem('T027', open, `\`${open.text}\` opened here is never closed`, {
          expected: `${closer} before the row ends`,
          fix: `add ${closer}`,
        }),
  };
};
