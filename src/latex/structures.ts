// Commands with arguments → items: fractions, roots, braces above and below, \\left and \\right, negations, plain TeX matrices.

import { fenceOf } from './characters.ts';
import { environment, matrixOf } from './environments.ts';
import type { Item, Spacing } from './items.ts';
import { Reader } from './reader.ts';
import type { Font } from './syntax.ts';
import type { Token } from './tokens.ts';

export const structure = (r: Reader, t: Token, font: Font, out: Item[]): void => {
  const base = r.base(t);
  const ended = (): { start: number; end: number; spaced: Spacing } => ({
    ...base,
    end: r.tokens[r.at - 1]?.end ?? t.end,
  });
  switch (t.text) {
    case 'frac':
    case 'dfrac':
    case 'tfrac':
    case 'cfrac': {
      const over = r.argument(font);
      const under = r.argument(font);
      out.push({ ...ended(), type: 'fraction', over, under });
      return;
    }
    case 'sqrt': {
      const degree = optional(r, font);
      // √(x y), as written by hand: the bracket is all of it.
      if (!degree && r.peek()?.text === '(') {
        out.push({ ...base, type: 'word', word: 'sqrt', latex: '\\sqrt' });
        return;
      }
      const of = r.argument(font);
      out.push({ ...ended(), type: 'root', of, degree });
      return;
    }
    case 'sum':
      out.push({ ...base, type: 'big', of: 'sum' });
      return;
    case 'partial':
      out.push({ ...base, type: 'partial', latex: '\\partial' });
      return;
    case 'nabla':
      out.push({ ...base, type: 'nabla' });
      return;
    case 'prime':
      out.push({ ...base, type: 'prime', count: 1 });
      return;
    case 'colon':
      out.push({ ...base, type: 'operator', operator: ':' });
      return;
    case 'left':
    case 'right':
    case 'middle':
      fence(r, t, base, out);
      return;
    case 'operatorname': {
      if (r.peek()?.text === '*') r.at++;
      const word = r.rawArgument().replace(/\\[,;:! ]|\\(rm|mathrm|text)\b|[\s{}]/g, '');
      if (/^\p{L}$/u.test(word))
        out.push({
          ...ended(),
          type: 'letter',
          name: word,
          font: 'upright',
          latex: `\\mathrm{${word}}`,
          typed: true,
        });
      else out.push({ ...ended(), type: 'word', word, latex: `\\operatorname{${word}}` });
      return;
    }
    case 'underbrace':
    case 'overbrace': {
      const items = r.argument(font);
      const span = ended();
      if (r.peek()?.kind === 'script') {
        r.at++;
        r.rawArgument();
      }
      out.push({ ...span, type: 'brace', items });
      return;
    }
    case 'overset':
    case 'stackrel': {
      const above = r.rawArgument();
      const below = r.argument(font, true);
      const [only] = below;
      if (below.length === 1 && only?.type === 'relation' && only.sign === '=') {
        const sign = /def|Delta|triangle|^\s*:\s*$|:=/.test(above)
          ? ':='
          : above.trim() === '!'
            ? 'other'
            : '=';
        out.push({ ...ended(), type: 'relation', sign });
      } else for (const item of below) out.push(item);
      return;
    }
    case 'kern':
    case 'mkern':
    case 'hskip':
    case 'mskip':
      while (/^[-+.\d]$/.test(r.peek()?.text ?? '')) r.at++;
      if (/^[a-z]$/.test(r.peek()?.text ?? '')) r.at += 2;
      return;
    case 'not': {
      const [negated, ...more] = r.argument(font, true);
      if (negated?.type === 'relation' && more.length === 0)
        out.push({ ...ended(), type: 'relation', sign: negated.sign === '=' ? '≠' : 'other' });
      else out.push(negated?.type === 'bad' ? negated : r.bad('P003', t, '`\\not` negates no relation here'));
      return;
    }
    case 'begin':
      environment(r, t, font, out);
      return;
    case 'eqalign':
    case 'eqalignno':
    case 'displaylines':
      for (const item of r.argument(font)) out.push(item);
      return;
    case 'pmatrix':
    case 'matrix':
      out.push(matrixOf(r.argument(font), ended(), false));
      return;
    case 'cases':
      r.rawArgument();
      out.push(r.bad('P004', t, 'a definition by cases'));
      return;
    case 'substack':
      r.rawArgument();
      out.push(r.bad('P005', t, 'a sum under conditions', { fix: 'sum over whole ranges' }));
      return;
    default: {
      const fence = fenceOf(t);
      if (fence) out.push({ ...base, type: 'fence', ...fence, explicit: false, text: `\\${t.text}` });
      else out.push(r.bad('T040', t, `\`\\${t.text}\` has no meaning here`));
    }
  }
};

const fence = (
  r: Reader,
  t: Token,
  base: { start: number; end: number; spaced: Spacing },
  out: Item[],
): void => {
  const next = r.tokens[r.at];
  const fence = next && fenceOf(next);
  if (next?.text === '.' && next.kind === 'character') {
    r.at++;
    return;
  }
  if (!next || !fence) {
    out.push(
      r.bad('T029', t, `\`\\${t.text}\` needs a bracket after it`, {
        expected: '( ) [ ] \\{ \\} | \\| or .',
      }),
    );
    return;
  }
  r.at++;
  const text = `\\${t.text}${next.kind === 'command' ? '\\' : ''}${next.text}`;
  const span = { ...base, end: next.end };
  if (t.text === 'middle') out.push({ ...span, type: 'punctuation', sign: ',' });
  else
    out.push({
      ...span,
      type: 'fence',
      fence: fence.fence,
      side: t.text === 'left' ? 'open' : 'close',
      explicit: true,
      text,
    });
};

const optional = (r: Reader, font: Font): Item[] | null => {
  if (r.peek()?.text !== '[') return null;
  const close = r.tokens.slice(r.at, r.at + 12).findIndex(t => t.text === ']');
  if (close < 0) return null;
  const inner = new Reader(r.tokens.slice(r.at + 1, r.at + close), r.macroNames);
  r.at += close + 1;
  return inner.read(font, 'region');
};
