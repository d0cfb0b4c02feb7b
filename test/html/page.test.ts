// The page of the HTML report: what is in it, what can never be in it, and how a browser takes it.

import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elaborate, judge, read, report } from '../../src/index.ts';
import { mathematicsStyle } from '../../src/report/files-style.ts';

const made = async (text: string): Promise<string> => {
  const documents = [await judge(elaborate(read(text, { path: 'derivation.md' })))];
  return report({ seed: 'rederive', documents }, 'html', { mathematicsStyle: mathematicsStyle() });
};
const pages = new Map<string, Promise<string>>();
const pageOf = (text: string): Promise<string> => {
  const page = pages.get(text) ?? made(text);
  pages.set(text, page);
  return page;
};

const HOSTILE = `# Title </script><script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2">

\\newcommand{\\evil}{\\href{javascript:window.hacked=3}{x}}

Let $A \\in \\mathbb{R}^{n \\times n}$ and $x \\in \\mathbb{R}^n$. See $\\href{javascript:window.hacked=4}{A}$, $\\evil$,
$\\htmlStyle{background:url(https://example.org/)}{A}$, $\\includegraphics{https://example.org/a.png}$ and $\\text{<b onclick=window.hacked=5>}$.

$$x^\\top A x = x^\\top A^\\top x$$

$$\\frac{\\partial\\, x^\\top A x}{\\partial x} = 2 A x$$
`;
const PLAIN = `# Norms

- Let $A \\in \\mathbb{R}^{m \\times n}$ and $x \\in \\mathbb{R}^n$.

$$\\begin{aligned} \\|A x\\|^2 &= x^\\top A^\\top A x \\\\ &= \\operatorname{tr}(A x x^\\top A^\\top) \\end{aligned}$$

$$\\nabla_x \\exp(\\|x\\|^2) = 2 \\exp(\\|x\\|^2) x$$

$$A x = x A$$

$$A x = ($$
`;

describe('the text of the page', () => {
  test.each([
    ['the title', '<title>Is that right? derivation.md</title>'],
    ['a policy that loads and runs nothing', 'default-src &#39;none&#39;'],
    ['rendered mathematics', '<math xmlns'],
    ['the headings of the document', '<h3 class="title">Norms</h3>'],
    ['its items, without a gap before a comma', '<span class="item"></span>Let <'],
    ['how many claims have which verdict', '<li class="misfit">⊘ 1 misfit</li>'],
    ['each verdict', 'class="claim proved"'],
    ['a proof to read', 'Proof in index notation'],
    ['its terms as mathematics', '<mo>∑</mo>'],
    ['a plot', '<svg'],
    ['a misfit with its place', 'class="claim misfit"'],
    ['what is wrong with it, in words that flow', '<p class="problem">product of n×1 and m×n'],
    ['what is unreadable as it was written', '<annotation encoding="application/x-tex">A x = (</annotation>'],
  ])('holds %s', async (_, text) => {
    expect(await pageOf(PLAIN)).toContain(text);
  });

  test('marks the entries that differ', async () => {
    expect(await pageOf(HOSTILE)).toContain('<td class="differs">');
  });
  test.each([
    ['a script', /<script/i],
    ['an image', /<img|<image/i],
    ['a handler of events', /<[^>]*\son\w+=/i],
    ['a link out', /(?:href|src|action)="(?!#)/i],
    ['a style that loads', /style="[^"]*url/i],
  ])('never holds %s', async (_, pattern) => {
    expect(pattern.exec(await pageOf(HOSTILE))?.[0]).toBeUndefined();
  });
  test('is the same for the same run', async () => {
    expect(await made(PLAIN)).toBe(await pageOf(PLAIN));
  });
});

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(p =>
  existsSync(p),
);
const SCREENSHOTS = 'reports/screenshots';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(!BROWSER)('in a browser (skipped where Chromium is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());
  const opened = async (text: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const file = join(mkdtempSync(join(tmpdir(), 'rederive-')), 'page.html');
    writeFileSync(file, await pageOf(text));
    const page = await browser.newPage(options);
    const problems: string[] = [];
    page.on('request', request => {
      if (!/^(file|data):/.test(request.url())) problems.push(`asked for ${request.url()}`);
    });
    page.on('pageerror', error => problems.push(error.message));
    await page.goto(pathToFileURL(file).href);
    expect(problems).toEqual([]);
    return page;
  };

  test.each([
    ['phone', 360, 'light', PLAIN],
    ['desk', 1200, 'dark', HOSTILE],
  ] as const)(
    'is accessible and calm on a %s',
    { timeout: 60_000 },
    async (name, width, colorScheme, text) => {
      const page = await opened(text, { viewport: { width, height: 800 }, colorScheme });
      await page.$$eval('details', all => {
        for (const d of all) d.setAttribute('open', '');
      });
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] };
      const serious = violations.filter(v => v.impact === 'serious' || v.impact === 'critical');
      expect(serious.map(v => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
    },
  );
  test('every claim that does not hold is reached by keyboard', { timeout: 60_000 }, async () => {
    const listed = (await pageOf(PLAIN)).matchAll(/<li><a href="(#claim-1-\d+)"/g);
    const anchors = Array.from(listed, ([, anchor]) => anchor!);
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) {
      const page = await opened(PLAIN);
      const focused = page.locator(`a[href="${anchor}"]:focus`);
      for (let keys = 0; keys < 10 && !(await focused.count()); keys++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      // The key is handled when its press resolves; where it leads, the browser tells later.
      await page.waitForURL(url => url.hash === anchor);
      await page.locator(`${anchor}:target`).waitFor();
    }
  });
});
