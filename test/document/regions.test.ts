// Where mathematics is: each case is a text and the regions it holds, displays in [brackets].

import { describe, expect, test } from 'vitest';
import { scan } from '../../src/document/regions.ts';

const regions = (text: string, format: 'markdown' | 'latex' = 'markdown'): string[] =>
  scan(text, format).regions.map(r => {
    const content = text.slice(r.content.start, r.content.end).trim();
    return r.broken ? `broken: ${content}` : r.display ? `[${content}]` : content;
  });
const warnings = (text: string): string[] =>
  scan(text, 'markdown').problems.map(p => `${p.code} ${p.span.start}`);

const holds = (name: string, text: string, ...expected: string[]): void =>
  test(name, () => expect(regions(text)).toEqual(expected));

describe('regions', () => {
  holds('inline and display', 'Let $A$ be, $$B = C$$ and', 'A', '[B = C]');
  holds('several displays in a line with text between', '$$a$$ $$b$$ so $$c$$', '[a]', '[b]', '[c]');
  holds('a display over several lines', '$$\na = b \\\\\n= c\n$$', '[a = b \\\\\n= c]');
  holds(
    'a display that starts on a line of text',
    'x $$\\begin{aligned} a &= b \\\\\n&= c \\end{aligned}$$ y',
    '[\\begin{aligned} a &= b \\\\\n&= c \\end{aligned}]',
  );
  holds('LaTeX delimiters', '\\(a\\) and \\[b = c\\]', 'a', '[b = c]');
  holds(
    'bare environments, with \\begin and \\end',
    'so \\begin{align*} a &= b \\end{align*}',
    '[\\begin{align*} a &= b \\end{align*}]',
  );
  holds(
    'an environment inside $$ is one region',
    '$$\\begin{split}a\\end{split}$$',
    '[\\begin{split}a\\end{split}]',
  );
  holds('fenced math', 'x\n```math\na = b\n```\ny', '[a = b]');
  holds('the quoted dollars of GitLab', 'see $`a = b`$', 'a = b');
  holds('dollars inside \\text', '$a \\text{ for $b$ } c$', 'a \\text{ for $b$ } c');
  holds('formulas side by side', '$a$$b$', 'a', 'b');

  holds('code is no mathematics', 'the `$a$` and\n```\n$b$\n```\n$c$', 'c');
  holds('TeX quotes are no code', "the ``word'' $a$", 'a');
  holds('HTML comments and <pre> are no mathematics', '<!-- $a$ --><pre>$b$</pre> $c$', 'c');
  holds('escaped dollars', 'costs \\$5 and $x$', 'x');
  holds('money', 'costs $5 and $6, or $7-$8');
  holds('a formula that begins with a digit', 'then $2x$ and $3 + y $', '2x', '3 + y');
  holds('an unpaired dollar is text', 'one $ here\n\nand $x$ there', 'x');
  holds(
    'what is never closed ends with its paragraph',
    '$$a = b\n\nwe go on with the text $$c = d$$',
    'broken: $$a = b',
    '[c = d]',
  );
  holds(
    'an environment that is never closed',
    '\\begin{align} a = b\n\nthen $c$',
    'broken: \\begin{align} a = b',
    'c',
  );
});

test('an unpaired dollar is told', () => expect(warnings('one $ here\n\nand $x$')).toEqual(['T090 4']));
test('money is not told', () => expect(warnings('costs $5 and $6')).toEqual([]));

describe('LaTeX documents', () => {
  test('comments, preamble and verbatim text are skipped', () =>
    expect(
      regions(
        '\\newcommand{\\x}{$p$}\\begin{document} $a$ % $b$\n\\begin{verbatim}$c$\\end{verbatim} 5\\% $d$\\end{document} $e$',
        'latex',
      ),
    ).toEqual(['a', 'd']));
  test('\\input is refused with its name', () =>
    expect(scan('\\input{intro} $a$', 'latex').problems[0]?.message).toContain('\\input{intro}'));
});

test('regions are found in linear time: openers without closers', () => {
  for (const opener of ['$', '$$', '\\begin{align}', '\\[', '\\(', '`', '${', '$$ a\n\n']) {
    const text = `${opener} `.repeat(20_000);
    expect(scan(text, 'markdown').regions.length).toBeLessThanOrEqual(20_000);
  }
});
