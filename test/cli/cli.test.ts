import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand } from '../../esbuild.config.mjs';
import { hasGit } from './git.ts';

const root = mkdtempSync(join(tmpdir(), 'rederive-cli-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
/** The command as it is shipped, built once for these tests where it finds its packages. */
const built = resolve('node_modules/.cache/rederive-test');
beforeAll(() => buildCommand(built));

const TRUE = 'Let $A, B \\in \\mathbb{R}^{n \\times n}$.\n\n$$(A B)^\\top = B^\\top A^\\top$$\n';
const FALSE = TRUE.replace('B^\\top A^\\top', 'A^\\top B^\\top');
const UNREADABLE = TRUE.replace('B^\\top A^\\top', 'B^\\top \\odot');
writeFileSync(at('true.md'), TRUE);
writeFileSync(at('false.md'), FALSE);
writeFileSync(at('unreadable.md'), UNREADABLE);
writeFileSync(at('both.md'), `${FALSE}\n${UNREADABLE}`);
writeFileSync(
  at('weak.md'),
  'Let $a$ and $b$ be scalars.\n\n$$\\cos(a + b) = \\cos(a) \\cos(b) - \\sin(a) \\sin(b)$$\n',
);
writeFileSync(
  at('slope.md'),
  'Let $A \\in \\mathbb{R}^{n \\times n}$ and $x \\in \\mathbb{R}^n$.\n\n$$\\frac{\\partial x^\\top A x}{\\partial x} = 2 A x$$\n',
);
writeFileSync(at('odd.json'), '{ "mim": "proved" }');
writeFileSync(at('plain.json'), '{ "reports": false }');
writeFileSync(at('empty.md'), '');
writeFileSync(at('prose.md'), 'No mathematics here.\n');
writeFileSync(at('binary.md'), Buffer.from([0x41, 0x00, 0x42]));
writeFileSync(at('latin1.md'), Buffer.from([0x41, 0xe9, 0x42]));
writeFileSync(at('utf16.md'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
mkdirSync(at('folder'));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
const run = (
  args: string[],
  { input = '', cwd = root, env = {} as Record<string, string> } = {},
): Promise<Result> =>
  new Promise(done => {
    const child = spawn(process.execPath, [join(built, 'cli.cjs'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: root, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', chunk => (out += chunk));
    child.stderr.on('data', chunk => (err += chunk));
    child.on('close', code => done({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });

const runs = (name: string, args: string[], code: number, ...says: RegExp[]): void =>
  test.concurrent(name, async () => {
    const result = await run(args);
    const all = result.out + result.err;
    for (const words of says) expect(all).toMatch(words);
    expect(all).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(result.code).toBe(code);
  });

describe('the call', () => {
  runs('--version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/);
  runs(
    '--help tells formats and exit codes',
    ['check', '--help'],
    0,
    /markdown\s+for a pull request/,
    /70 {2}a bug of ours/,
  );
  runs('no command', [], 2, /Usage: rederive/);
  runs('unknown command', ['chek'], 2, /unknown command 'chek'\n\(Did you mean check\?\)/);
  runs(
    'unknown option',
    ['check', '--frmat', 'json'],
    2,
    /unknown option '--frmat'\n\(Did you mean --format\?\)/,
  );
  runs(
    'unknown format',
    ['check', 'true.md', '--format', 'pdf'],
    2,
    /Allowed choices are pretty, json, markdown/,
  );
  runs('unknown layout', ['check', 'true.md', '--layout', 'mixed'], 2, /Allowed choices are auto, numerator/);
  runs(
    '--min refuted is no demand',
    ['check', 'true.md', '--min', 'refuted'],
    2,
    /Allowed choices are proved/,
  );
  runs('--runs many', ['check', 'true.md', '--runs', 'many'], 2, /Give a whole number/);
  runs(
    '--output into nowhere',
    ['check', 'true.md', '--output', 'folder'],
    2,
    /could not be written to folder/,
  );
});

describe('verdicts and exit codes', () => {
  runs(
    'a true claim',
    ['check', 'true.md', '--min', 'proved'],
    0,
    /✓ 3:14 {2}proved {6}\(A B\)ᵀ = Bᵀ Aᵀ/,
    /1 proved/,
  );
  runs(
    'a false claim',
    ['check', 'false.md', '--no-reports'],
    1,
    /✗ 3:14 {2}refuted/,
    /left = /,
    /1 refuted/,
  );
  runs('an unreadable one', ['check', 'unreadable.md'], 2, /unreadable.md:3:\d+: error\[\w+\]/);
  runs(
    'a false one is not hidden by an unreadable one',
    ['check', 'both.md', '--no-reports'],
    1,
    /1 refuted, 1 unreadable/,
  );
});

describe('the right answer', () => {
  const where = ['--where', 'A: n×n, x: n'];
  runs(
    'derive',
    ['derive', 'x^T A x', '--wrt', 'x', ...where],
    0,
    /differential {2}xᵀ \(A \+ Aᵀ\) dx/,
    /gradient {6}∂f\/∂x = \(A \+ Aᵀ\) x/,
    /Hessian {7}A \+ Aᵀ/,
    /✓ proved/,
  );
  runs(
    'derive as data',
    ['derive', 'x^T A x', '--wrt', 'x', ...where, '--format', 'json'],
    0,
    /"numpy": "\(A \+ A\.T\) @ x"/,
    /"verdict": "proved"/,
  );
  runs('an unknown variable', ['derive', 'x^T A x', '--wrt', 'y', ...where], 2, /--wrt:1:1: error\[Q006\]/);
  runs(
    'shapes that misfit',
    ['derive', 'A^T x x', '--wrt', 'x', ...where],
    2,
    /function:1:\d+: error\[H001\]/,
  );
  runs(
    'no layout of that name',
    ['derive', 'x', '--wrt', 'x', ...where, '--layout', 'row'],
    2,
    /Allowed choices/,
  );
  runs('no variable', ['derive', 'x', ...where], 2, /required option '--wrt <letter>'/);
  runs(
    'a refuted derivative is answered',
    ['check', 'slope.md', '--no-reports'],
    1,
    /proved instead: .*= \(A \+ Aᵀ\) x/,
  );
});

describe('bad input is located and stops nothing else', () => {
  runs(
    'missing',
    ['check', 'gone.md', 'true.md'],
    2,
    /gone\.md: error\[F001\]: there is no such file/,
    /1 proved/,
  );
  runs(
    'an empty directory',
    ['check', 'folder', 'true.md'],
    2,
    /folder: error\[F002\]: this is a directory, and there is no document in it/,
    /a pattern such as/,
    /1 proved/,
  );
  runs(
    'empty',
    ['check', 'empty.md', 'true.md'],
    2,
    /empty\.md: error\[F005\]: this document is empty/,
    /1 proved/,
  );
  runs('prose only', ['check', 'prose.md'], 2, /prose\.md:1:1: error\[F00[67]\]: there is no/, /fix: /);
  runs(
    'binary',
    ['check', 'binary.md', 'true.md'],
    2,
    /F004\]: this is a binary file \(a zero byte at 1\)/,
    /1 proved/,
  );
  runs('Latin-1', ['check', 'latin1.md'], 2, /not text in UTF-8/);
  runs('UTF-16', ['check', 'utf16.md'], 2, /this file is UTF-16/, /fix: save it as UTF-8/);
});

describe('standard input', () => {
  test.concurrent.each([['-'], []])('is read for "%s"', async (...args) => {
    const { code, out } = await run(['check', ...args.filter(Boolean)], { input: TRUE });
    expect(out).toContain('stdin');
    expect(out).toContain('1 proved');
    expect(code).toBe(0);
  });
  test.concurrent('may be empty', async () => {
    const { code, out } = await run(['check', '-']);
    expect(out).toContain('stdin: error[F005]: this document is empty');
    expect(code).toBe(2);
  });
});

describe('reports', () => {
  test.concurrent('a counterexample is kept, replayed, and tried first', async () => {
    const args = ['check', 'false.md', '--reports', 'kept', '--format', 'json'];
    const first = await run(args);
    const [claim] = JSON.parse(first.out).documents[0].claims;
    expect(claim.counterexample.replay).toBe('rederive check --replay kept/false-3-1.json');
    expect(readdirSync(at('kept')).sort()).toEqual(['false-3-1.json', 'false-3-1.md']);
    const stored = readFileSync(at('kept/false-3-1.json'), 'utf8');
    const replayed = await run(['check', '--replay', 'kept/false-3-1.json']);
    expect(replayed.out).toMatch(/left = [\s\S]*✗ still refuted: both sides differ/);
    expect(replayed.code).toBe(1);
    expect((await run(args)).out).toBe(first.out);
    expect(readFileSync(at('kept/false-3-1.json'), 'utf8')).toBe(stored);
  });
  test.concurrent('a replay against the mended document agrees', async () => {
    writeFileSync(at('mended.md'), FALSE);
    await run(['check', 'mended.md', '--reports', 'mended']);
    writeFileSync(at('mended.md'), TRUE);
    const { code, out } = await run(['check', 'mended.md', '--replay', 'mended/mended-3-1.json']);
    expect(out).toContain('both sides agree on this instance');
    expect(code).toBe(0);
  });
  test.concurrent('an edited counterexample is refused, and stops no claim', async () => {
    await run(['check', 'false.md', '--reports', 'edited']);
    const file = at('edited/false-3-1.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seed": "', '"seed": "x'));
    const replayed = await run(['check', '--replay', 'edited/false-3-1.json']);
    expect(replayed.err).toMatch(/error\[F010\]: this counterexample cannot be replayed: it was edited/);
    expect(replayed.code).toBe(2);
    const again = await run(['check', 'false.md', 'true.md', '--reports', 'edited']);
    expect(again.err).toContain('false-3-1.json is not used: it was edited');
    expect(again.out).toContain('1 proved, 1 refuted');
  });
  test.concurrent('a missing counterexample says so', async () => {
    const { code, err } = await run(['check', '--replay', 'none.json']);
    expect(err).toContain(
      'none.json: error[F010]: this counterexample cannot be replayed: it cannot be read: ENOENT',
    );
    expect(code).toBe(2);
  });
  test.concurrent('--no-reports writes nothing', async () => {
    await run(['check', 'false.md', '--no-reports']);
    expect(existsSync(at('reports'))).toBe(false);
  });
  test.concurrent('a folder that cannot be written is a warning', async () => {
    writeFileSync(at('file'), '');
    chmodSync(at('file'), 0o444);
    const { code, err } = await run(['check', 'false.md', '--reports', 'file/sub']);
    expect(err).toContain('warning: the counterexamples could not be written to file/sub');
    expect(code).toBe(1);
  });
  test.concurrent('two files of one name keep two counterexamples', async () => {
    for (const dir of ['p', 'q']) {
      mkdirSync(at(dir));
      writeFileSync(at(`${dir}/n.md`), FALSE);
    }
    await run(['check', 'p/n.md', 'q/n.md', '--reports', 'pq']);
    expect(readdirSync(at('pq')).filter(f => f.endsWith('.json'))).toHaveLength(2);
  });
});

describe('the gate', () => {
  const gated = mkdtempSync(join(root, 'gate-'));
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e', ...args], {
      cwd: gated,
      stdio: 'ignore',
    });
  const there = (args: string[], env = {}): Promise<Result> => run(['check', ...args], { cwd: gated, env });
  const configured = { files: ['docs'], baseline: 'known.json', reports: false };

  test
    .runIf(hasGit)
    .concurrent('a repository adopts an old document, and is gated on what is new', async () => {
      mkdirSync(join(gated, 'docs/deep'), { recursive: true });
      writeFileSync(join(gated, 'docs/old.md'), FALSE);
      writeFileSync(join(gated, 'docs/deep/true.md'), TRUE);
      writeFileSync(join(gated, 'rederive.config.json'), JSON.stringify(configured));
      git('init');
      const early = await there([]);
      expect(early).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(
          'known.json: error: there is no such baseline; write one with --write-baseline known.json',
        ),
      });
      const written = await there(['docs', '--write-baseline', 'known.json', '--config', '../plain.json']);
      expect(written).toMatchObject({
        code: 0,
        err: 'known.json: 1 failure written; from now on only new ones count\nknown.json: 1 known failure let pass\n',
      });
      git('add', '.');
      git('commit', '-m', 'one');

      writeFileSync(join(gated, 'docs/new.md'), FALSE);
      const [all, changed, strict] = await Promise.all([
        there(['--format', 'github']),
        there(['--changed', '--format', 'json']),
        there(['docs/deep/true.md', 'docs/old.md', '--min', 'proved']),
      ]);
      expect(all.code).toBe(1);
      expect(all.out.split('\n').map(l => l.slice(0, 24))).toEqual(
        expect.arrayContaining(['::error file=docs/new.md', '::notice file=docs/old.md'.slice(0, 24)]),
      );
      expect(JSON.parse(changed.out).documents.map((d: { path: string }) => d.path)).toEqual(['docs/new.md']);
      expect(changed.code).toBe(1);
      expect(strict.code).toBe(0);

      rmSync(join(gated, 'docs/new.md'));
      writeFileSync(join(gated, 'docs/old.md'), TRUE);
      const mended = await there([]);
      expect(mended).toMatchObject({
        code: 0,
        err: expect.stringContaining(
          'known.json: warning: stale: docs/old.md has no such failure any more: refuted: ',
        ),
      });
    });
  runs(
    'a claim below --min says so',
    ['check', 'weak.md', '--min', 'verified', '--no-reports'],
    1,
    /^weak\.md:3:\d+: supported, which is below --min verified: /m,
  );
  runs(
    'an unknown key of the configuration',
    ['check', 'true.md', '--config', 'odd.json'],
    2,
    /error: odd\.json:1: unknown key "mim": did you mean "min"\?/,
  );
  runs(
    'a baseline of another kind',
    ['check', 'true.md', '--baseline', 'odd.json'],
    2,
    /odd\.json: error: this baseline cannot be used: it is no baseline of Rederive/,
  );
  runs(
    'an unknown revision',
    ['check', '--changed', 'none'],
    2,
    /is no git repository|no revision "none"|there is no git/,
  );
  runs('a pattern without files', ['check', '*.rst'], 2, /\*\.rst: error\[F001\]: no file fits this pattern/);
});

describe('output', () => {
  test.concurrent('--output writes the report to a file and nothing to the terminal', async () => {
    const { out, code } = await run(['check', 'true.md', '--format', 'json', '--output', 'deep/report.json']);
    expect(out).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(at('deep/report.json'), 'utf8')).summary.proved).toBe(1);
  });
  test.concurrent('the same seed gives the same bytes', async () => {
    const args = ['check', 'false.md', '--no-reports', '--format', 'json', '--seed', 'α'];
    const [first, second] = [await run(args), await run(args)];
    expect(first.out).toBe(second.out);
    expect(JSON.parse(first.out).seed).toBe('α');
  });
  test.concurrent.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('a pipe with %j has colour: %s', async (env, colour) =>
    expect((await run(['check', 'true.md'], { env })).out.includes('\u001b[')).toBe(colour),
  );
  test.concurrent('a pipe gets no progress display', async () =>
    expect((await run(['check', 'true.md'])).err).toBe(''));
  test.concurrent('a reader that closes early is no error', async () => {
    writeFileSync(at('many.md'), TRUE + '\n$$A + B = B + A$$\n'.repeat(400));
    const child = spawn(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${join(built, 'cli.cjs')}" check many.md --format json --runs 0 | head -c 1`,
      ],
      { cwd: root },
    );
    let err = '';
    child.stderr.on('data', chunk => (err += chunk));
    await new Promise(done => child.on('close', done));
    expect(err).toBe('');
  });
});

describe('many files', () => {
  const folder = at('many');
  mkdirSync(folder);
  const names = Array.from({ length: 20 }, (_, i) => `${String.fromCharCode(97 + i)}.md`);
  names.forEach((name, i) => {
    writeFileSync(join(folder, name), [TRUE, FALSE, UNREADABLE][i % 3]!);
  });
  const documents = async (args: string[], env = {}): Promise<unknown[]> => {
    const { out } = await run(['check', '--no-reports', '--format', 'json', ...args], { cwd: folder, env });
    return JSON.parse(out, (key, value) => (key === 'milliseconds' ? 0 : value)).documents;
  };
  test('are reported in their order, each as it is on its own', async () => {
    const together = await documents(names);
    const alone = await Promise.all(names.slice(0, 3).map(name => documents([name])));
    expect(together).toHaveLength(20);
    expect(together.slice(0, 3)).toEqual(alone.flat());
    expect(
      together.slice(3, 6).map(d => (d as { claims: { verdict: string }[] }).claims[0]?.verdict),
    ).toEqual(['proved', 'refuted', 'unreadable']);
  });
});
