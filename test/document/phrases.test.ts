// What is said is used: the line holds because of the sentence before it. What is not said is inferred and reported, or asked back.
// One layout is found for a document, can be stated and forced; what holds in another one only is refuted and told.

import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/document/index.ts';
import { shapeText } from '../../src/expression/dimension.ts';
import { elaborate, holds, judge, type Layout, read } from '../../src/index.ts';
import { judgesRightly } from './judges.ts';
import { displayed } from './notations.ts';
import { PHRASES, VARIES } from './phrases.ts';

judgesRightly('declared by a phrase', PHRASES.map(displayed));
judgesRightly('what varies', VARIES.map(displayed));

describe('shapes that are not written are inferred, and said to be', () => {
  test.each([
    [
      '$f(X) = \\|AX - B\\|_F^2$ with $A\\in\\mathbb{R}^{m\\times n}$. $$\\nabla f(X) = 2A^\\top(AX - B)$$',
      'X: n×p, B: m×p',
    ],
    ['Let $A\\in\\mathbb{R}^{m\\times n}$. $$\\|Ax\\|^2 = x^\\top A^\\top Ax$$', 'x: n×1'],
    ['Let $x\\in\\mathbb{R}^n$. $$x^\\top Mx = \\operatorname{tr}(Mxx^\\top)$$', 'M: n×n'],
  ])('%s', (text, shapes) => {
    const inferred = elaborate(read(text)).understood.filter(u => u.how === 'inferred');
    expect(inferred.map(u => `${u.name}: ${u.shape ? shapeText(u.shape) : ''}`).join(', ')).toBe(shapes);
  });
});

describe('what stays ambiguous is asked back, with its place and the ways out', () => {
  test.each([
    ['an undeclared matrix that may be symmetric', '$$\\nabla_x(x^\\top Ax) = 2Ax$$', '1:23', /symmetric/],
    ['exp of a matrix', 'Let $X$ be $n\\times n$. $$d\\exp(X) = \\exp(X)\\,dX$$', '1:28', /entry by entry/],
    ['two products without brackets', '$$A\\odot B\\otimes C = D$$', '1:11', /brackets/],
    [
      'a letter that only the line itself makes a number',
      '$$\\operatorname{diag}(x)y = xy^\\top$$',
      '1:27',
      /declare the shape/,
    ],
    ['declared twice', 'Let $A$ be $m\\times n$. Here $A$ is $n\\times n$. $$A = A$$', '1:31', /two letters/],
    ['the rows of X, perhaps', '$$X^\\top Xw = \\sum_i 2x_ix_i^\\top w$$', '1:13', /row or a column/],
  ] as const)('%s', async (_, text, place, way) => {
    const d = await judge(elaborate(read(text)));
    const problems = [...d.problems, ...d.claims.flatMap(c => c.verdict.problem ?? [])];
    const told = problems.map(p => {
      const at = placeOf(read(text), p.span.start);
      return `${at.line}:${at.column} ${p.message} ${p.expected ?? ''} ${p.fix ?? ''}`;
    });
    expect(told.filter(t => t.startsWith(`${place} `) && way.test(t))).not.toEqual([]);
  });
});

describe('layouts', () => {
  const gradients =
    '$$\\frac{\\partial(a^\\top x)}{\\partial x} = a$$ $$\\frac{\\partial(x^\\top x)}{\\partial x} = 2x$$';
  const rows =
    '$$\\frac{\\partial(a^\\top x)}{\\partial x} = a^\\top$$ $$\\frac{\\partial(x^\\top x)}{\\partial x} = 2x^\\top$$';
  const declared =
    'Let $a, x\\in\\mathbb{R}^n$, $A\\in\\mathbb{R}^{m\\times n}$, where $a$ and $A$ are constant. ';
  const jacobian = '$$\\frac{\\partial(Ax)}{\\partial x} = A$$';
  const transposed = '$$\\frac{\\partial(Ax)}{\\partial x} = A^\\top$$';
  const judges = (name: string, text: string, layout: Layout | undefined, ...expected: string[]): void =>
    test(name, async () => {
      const d = await judge(elaborate(read(declared + text), { layout }));
      expect(
        d.claims.map(c =>
          holds(c.verdict.name) ? 'holds' : c.verdict.name.replace(/refuted|misfit/, 'false'),
        ),
      ).toEqual(expected);
    });
  judges(
    'gradients of scalars, Jacobians of the rest',
    gradients + jacobian,
    undefined,
    'holds',
    'holds',
    'holds',
  );
  judges('rows for scalars too', rows + jacobian, undefined, 'holds', 'holds', 'holds');
  judges('denominator layout', gradients + transposed, undefined, 'holds', 'holds', 'holds');
  judges(
    'the two kinds are decided apart, each by most of its claims',
    gradients + rows.slice(0, rows.indexOf('$$ $$') + 2),
    undefined,
    'holds',
    'holds',
    'false',
  );
  judges('--layout numerator', gradients + jacobian, 'numerator', 'false', 'false', 'holds');
  judges('--layout denominator', gradients + jacobian, 'denominator', 'holds', 'holds', 'false');
  judges('--layout gradient', rows, 'gradient', 'false', 'false');
  judges('a stated layout', `We use numerator layout. ${gradients}`, undefined, 'false', 'false');
  test('what is right in another layout only says so', async () => {
    const d = await judge(elaborate(read(declared + gradients + jacobian + transposed)));
    const last = d.claims.at(-1)!.verdict;
    expect(holds(last.name)).toBe(false);
    expect(last.notes.join(' ')).toMatch(/denominator/);
  });
});
