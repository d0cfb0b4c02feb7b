// d, ∂, δ, ∇ and D: differentials, derivatives as fractions, gradients, directional derivatives; and when d is only a letter.

import { argumentsOf, FUNCTION_LETTERS, functionAt, isApplication, isBracket, run } from './calls.ts';
import { hull, type Item, type ItemOf, unread } from './items.ts';
import { operandsOf } from './operands.ts';
import { type Of, type Parser, startsFactor } from './parser.ts';
import { scripted, scriptsAt } from './scripts.ts';
import type { Span, Syntax } from './syntax.ts';

const order = (item: Item | undefined): number | null => {
  if (item?.type !== 'script' || item.sign !== '^' || item.items.length !== 1) return null;
  const [only] = item.items;
  return only?.type === 'number' && /^[1-4]$/.test(only.digits) ? Number(only.digits) : null;
};

/** d (unless it is declared), ∂, and δ before a letter. */
export const isDifferential = (p: Parser): boolean => {
  const item = p.peek();
  const power = order(p.peek(1));
  const next = p.peek(power ? 2 : 1);
  if (item?.type === 'partial') return true;
  if (item?.type !== 'letter') return false;
  if (item.name === 'd') {
    if (isSlashOperator(p)) return true;
    if (!next || !startsFactor(next) || functionAt(p)) return false;
    if (startsWord(p)) return false;
    if (!p.declared('d', item.font)) return true;
    const close = next.spaced === 'none' && (next.type === 'letter' || next.type === 'word');
    return p.isScalar('d') && (close || next.type === 'word' || functionAt(p, 1) !== null);
  }
  if (item.name !== 'δ' || p.declared('δ', item.font)) return false;
  const ofAll = p.context.conventions.variations && next && startsFactor(next) && next.type !== 'number';
  return ofAll || next?.type === 'letter' || next?.type === 'accent';
};
/** The d begins a declared name of several letters. */
const startsWord = (p: Parser): boolean => {
  let word = '';
  for (let i = 0; i < p.context.longestWord; i++) {
    const item = p.peek(i);
    if (item?.type !== 'letter' || !item.typed || (i > 0 && item.spaced !== 'none')) return false;
    word += item.name;
    if (p.context.words.has(word)) return true;
  }
  return false;
};
const isSlashOperator = (p: Parser): boolean => {
  const [slash, d, x] = [p.peek(1), p.peek(2), p.peek(3)];
  const sign = d?.type === 'partial' || (d?.type === 'letter' && d.name === 'd');
  return slash?.type === 'operator' && slash.operator === '/' && sign && x !== undefined && startsFactor(x);
};

export const differential = (p: Parser): Syntax => {
  const start = p.at;
  const sign = p.peek()!;
  if (isSlashOperator(p)) return slashOperator(p, sign);
  p.at++;
  const power = order(p.peek());
  if (power) p.at++;
  if (sign.type === 'partial' && p.peek()?.type === 'script')
    throw unread('P060', p.peek()!, 'a script on ∂', {
      expected: '∂X, \\frac{\\partial f}{\\partial X} or \\nabla_X f',
    });
  const next = p.peek();
  if (power && next?.type === 'bracket' && next.items.length === 1 && next.items[0]?.type === 'letter')
    throw unread('A044', hull(sign, next), 'a second differential, or the square of a function d?', {
      fix: 'write d^2 x for the differential, or call the function f',
    });
  const of = scaled(p, p.factor(sign));
  const at = p.peek();
  // d(f²)(X): of a function of the document, at its argument.
  if (of.kind === 'group' && namesIn(of).some(n => p.isFunction(n.name)) && isArgument(at)) p.at++;
  const made: Syntax = { kind: 'differential', of, order: power ?? 1, span: p.spanFrom(start) };
  return alongDirection(p, made) ?? made;
};

const isArgument = (item: Item | undefined): boolean =>
  item?.type === 'bracket' &&
  item.fence === '(' &&
  item.items.length === 1 &&
  item.items[0]?.type === 'letter';

/** The ½‖x‖² of d ½‖x‖²: what a number stands before is differentiated with it. */
const scaled = (p: Parser, of: Syntax): Syntax => {
  const next = p.peek();
  if (of.kind !== 'number' || !next || !startsFactor(next)) return of;
  const rest = run(p, 'd');
  if (rest.kind === 'product' && rest.factors[0]!.kind !== 'transpose')
    throw unread('A027', rest.span, 'how far does this d reach?', { fix: 'put brackets around what varies' });
  return {
    kind: 'product',
    factors: [of, ...(rest.kind === 'product' ? rest.factors : [rest])],
    span: hull(of.span, rest.span),
  };
};

/** df(C)E: the differential of a function of the document at C, applied to a new letter E. */
const alongDirection = (p: Parser, d: Of<'differential'>): Syntax | null => {
  const next = p.peek();
  const { of } = d;
  if (of.kind !== 'call' || d.order !== 1 || of.primes > 0 || next?.type !== 'letter') return null;
  if (!p.isFunction(of.fn) && !(/^[fgh]$/.test(of.fn) && p.mayBeFunction(of.fn, 'plain'))) return null;
  const isNew = next.name !== 'd' && !p.declared(next.name, next.font);
  if (!isNew || !of.args.every(a => a.kind === 'name') || p.peek(1)?.type === 'letter') return null;
  const direction = p.factor(null);
  return { kind: 'directional', of, direction, span: hull(d.span, direction.span) };
};

/** d/dX (…) on one line. */
const slashOperator = (p: Parser, sign: Item): Syntax => {
  const start = p.at;
  p.at += 3;
  const by = target(p);
  const next = p.peek();
  if (!next || !startsFactor(next))
    throw unread('P061', sign, 'the derivative of what?', { fix: 'write what is differentiated' });
  const of = p.tensor(sign);
  return { kind: 'derivative', of, by, partial: sign.type === 'partial', span: p.spanFrom(start) };
};
/** One letter with its scripts, or a bracket: what stands after d below a slash. */
const target = (p: Parser): Syntax[] => {
  const item = p.peek()!;
  const end = p.items.findIndex((i, at) => at > p.at && i.type !== 'script' && i.type !== 'prime');
  const items = p.items.slice(p.at, end < 0 ? p.items.length : end);
  p.at += items.length;
  return twice(p.inside(items, item, { matched: true }).whole());
};
/** ∂x² below a fraction is ∂x ∂x. */
const twice = (s: Syntax): Syntax[] =>
  s.kind === 'power' &&
  s.exponent.kind === 'number' &&
  s.exponent.value.num === 2n &&
  s.exponent.value.den === 1n
    ? [s.of, s.of]
    : [s];

/** ∂f/∂X with a slash, from both differentials. */
export const slashDerivative = (over: Syntax, under: Syntax, span: Span): Syntax | null => {
  if (over.kind !== 'differential' || under.kind !== 'differential' || over.order !== 1 || under.order !== 1)
    return null;
  const by = twice(under.of);
  return by.length === 1 ? { kind: 'derivative', of: over.of, by, partial: true, span } : null;
};

type Sign = 'd' | '∂' | 'δ';
const signOf = (item: Item | undefined): Sign | null => {
  if (item?.type === 'partial') return '∂';
  return item?.type === 'letter' && (item.name === 'd' || item.name === 'δ') ? item.name : null;
};

/** \frac{\partial f}{\partial X}; with nothing after the upper ∂ it differentiates what follows. Null for other fractions. */
export const derivative = (p: Parser, item: ItemOf<'fraction'>, start: number): Syntax | null => {
  const above = item.over.filter(i => i.type !== 'quad');
  const below = item.under.filter(i => i.type !== 'quad');
  const [sign, bottom] = [signOf(above[0]), signOf(below[0])];
  if (!sign || !bottom || (sign === 'δ') !== (bottom === 'δ')) return null;
  const second = below[1];
  if (!second || (second.type !== 'fence' && !startsFactor(second))) return null;
  const power = order(above[1]);
  const by = variables(p, below, item);
  const rest = above.slice(power ? 2 : 1);
  if ((power ?? 1) !== by.length)
    throw unread('P062', item, `${power ?? 1} differentials above, ${by.length} below`, {
      expected: '\\frac{\\partial^2 f}{\\partial x\\,\\partial y^\\top}',
    });
  const partial = sign === '∂';
  if (rest.length > 0) {
    const inner = p.inside(rest, item);
    const of = inner.tensor(null);
    const left = inner.peek();
    if (left)
      throw unread('P063', left, 'how far does the derivative reach?', {
        fix: 'put brackets around what is differentiated',
      });
    const next = p.peek();
    const isAt =
      next?.type === 'bracket' &&
      next.fence === '(' &&
      next.items.length === 1 &&
      next.items[0]?.type === 'letter';
    if (isAt)
      throw unread('A029', next, 'the derivative at a point, or a product?', {
        fix: 'write \\cdot for a product',
      });
    return { kind: 'derivative', of, by, partial, span: hull(item) };
  }
  const next = p.peek();
  if (!next && start === 0) return { kind: 'derivative', of: nothing(item), by, partial, span: hull(item) };
  if (!next || !startsFactor(next))
    throw unread('P061', item, 'the derivative of what?', { fix: 'write what is differentiated' });
  const of = p.tensor(item);
  return { kind: 'derivative', of, by, partial, span: p.spanFrom(start) };
};
/** What ∇_X = … differentiates, and the text does not say there. */
const nothing = ({ end }: Span): Syntax => ({
  kind: 'name',
  name: '',
  font: 'plain',
  latex: '',
  span: { start: end, end },
});

/** ∂x ∂y^T: what stands after each sign. */
const variables = (p: Parser, below: readonly Item[], place: Item): Syntax[] => {
  const parts: Item[][] = [];
  let depth = 0;
  for (const item of below) {
    if (item.type === 'fence') depth += item.side === 'open' ? 1 : item.side === 'close' ? -1 : 0;
    if (depth === 0 && signOf(item) && (parts.at(-1)?.length ?? 1) > 0) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.flatMap(part => twice(p.inside(part, place).whole()));
};

/** ∇_X f, ∇f, ∇²f. */
export const nabla = (p: Parser): Syntax => {
  const start = p.at;
  const sign = p.peek()!;
  p.at++;
  let by: Syntax[] = [];
  let power = 1;
  for (const script of scriptsAt(p)) {
    const n = order(script);
    if (n) power = n;
    else if (script.type === 'script' && script.sign === '_') by = [p.inside(script.items, script).whole()];
    else
      throw unread('P064', script, 'this script on ∇ is not understood', {
        expected: '\\nabla_X or \\nabla^2',
      });
  }
  const next = p.peek();
  if (!next && start === 0 && by.length > 0) {
    const span = p.spanFrom(start);
    return { kind: 'gradient', of: nothing(span), by, order: power, span };
  }
  if (!next || !startsFactor(next))
    throw unread('P061', hull(sign, p.items[p.at - 1]!), 'the gradient of what?', {
      fix: 'write the function after ∇',
    });
  const applies = next.type === 'letter' && isFunctionLetter(p, next);
  const of = applies ? functionValue(p, next) : run(p, 'gradient');
  const made: Syntax = { kind: 'gradient', of, by, order: power, span: p.spanFrom(start) };
  const along = p.peek();
  if (along?.type === 'bracket' && along.fence === '[' && of.kind === 'call') {
    p.at++;
    const [direction] = argumentsOf(p, along);
    return { kind: 'directional', of, direction: direction!, span: p.spanFrom(start) };
  }
  return applies ? scripted(p, made, scriptsAt(p)) : made;
};
const isFunctionLetter = (p: Parser, item: ItemOf<'letter'>): boolean =>
  p.isFunction(item.name) || FUNCTION_LETTERS.has(item.name) || isApplication(p, item, item.name, p.peek(1));
/** f or f(x), without the scripts after it, which belong to the gradient: ∇f(x)^T. */
const functionValue = (p: Parser, item: ItemOf<'letter'>): Syntax => {
  const start = p.at;
  let end = p.at + 1;
  const subscripted = p.items[end];
  if (subscripted?.type === 'script' && subscripted.sign === '_') end++;
  if (isBracket(p.items[end])) end++;
  const inner = p.inside(p.items.slice(start, end), item, { matched: true });
  p.at = end;
  return inner.whole();
};

/** ∂vec F/∂(vec X)ᵀ for D F(X) and D √X, where X is the only letter in sight; null where there are several. */
export const jacobian = (p: Parser, sign: Item): Syntax | null => {
  const start = p.at;
  const of = p.factor(null);
  const span = hull(sign, of.span);
  const names = new Map(namesIn(of).map(n => [n.name, n]));
  const [x] = names.values();
  if (!x || names.size > 1) {
    p.at = start;
    return null;
  }
  const vec = (arg: Syntax): Syntax => ({ kind: 'call', fn: 'vec', args: [arg], primes: 0, span: arg.span });
  const by: Syntax = { kind: 'transpose', of: vec(x), prime: false, span: x.span };
  return { kind: 'derivative', of: vec(of), by: [by], partial: true, span };
};
const namesIn = (s: Syntax): Of<'name'>[] => (s.kind === 'name' ? [s] : operandsOf(s).flatMap(namesIn));

/** D f(x)[h] and D_h f(x); null where D is a letter. */
export const directional = (p: Parser): Syntax | null => {
  const start = p.at;
  const item = p.peek();
  if (item?.type !== 'letter' || item.name !== 'D' || p.declared('D', item.font)) return null;
  const script = p.peek(1);
  const sub = script?.type === 'script' && script.sign === '_' ? script : null;
  const power = sub ? null : order(script);
  const from = sub || power ? 2 : 1;
  const f = p.peek(from);
  if (sub && functionAt(p, from)?.fn === 'vech') return null;
  const isNamed = functionAt(p, from) !== null;
  const isCall = isNamed
    ? sub !== null
    : f?.type === 'letter' && isApplication(p, f, f.name, p.peek(from + 1));
  if (!isCall) return null;
  p.at += from;
  if (sub) {
    const direction = p.inside(sub.items, sub).whole();
    const of = p.factor(null);
    return { kind: 'directional', of, direction, span: p.spanFrom(start) };
  }
  const of = functionValue(p, f as ItemOf<'letter'>);
  const along = p.peek();
  if (along?.type !== 'bracket' || along.fence !== '[') {
    const [x, ...more] = of.kind === 'call' && !power ? of.args : [];
    if (x?.kind === 'name' && more.length === 0)
      return { kind: 'derivative', of, by: [x], partial: true, span: p.spanFrom(start) };
    throw unread('P065', hull(item, of.span), 'a directional derivative needs its direction', {
      expected: 'Df(x)[h]',
    });
  }
  p.at++;
  const directions = argumentsOf(p, along);
  if (directions.length !== (power ?? 1))
    throw unread('P065', along, `${directions.length} directions of a derivative of order ${power ?? 1}`, {
      expected: 'Df(x)[h] or D^2f(x)[h, k]',
    });
  const span = p.spanFrom(start);
  return directions.reduce<Syntax>(
    (made, direction) => ({ kind: 'directional', of: made, direction, span }),
    of,
  );
};
