// Configuration files, the choice of files, what git tells, and the progress display, without starting the command.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangedError, changedSince } from '../../src/cli/changed.ts';
import { ConfigError, loadConfig } from '../../src/cli/config.ts';
import { among, select } from '../../src/cli/files.ts';
import { settle } from '../../src/cli/settle.ts';
import { progress } from '../../src/cli/terminal.ts';
import { hasGit } from './git.ts';

const root = mkdtempSync(join(tmpdir(), 'rederive-config-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const file = (name: string, text = ''): string => {
  writeFileSync(at(name), text);
  return at(name);
};

describe('a configuration', () => {
  const reads = (name: string, text: string, expected: object): void =>
    test(name, async () => expect(await loadConfig(file(name, text))).toEqual(expected));
  const refuses = (name: string, text: string, why: RegExp): void =>
    test(`${name} is refused`, async () => {
      const error = await loadConfig(file(name, text)).catch(e => e);
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.message).toMatch(why);
    });
  reads(
    'all.json',
    '{"files": ["docs/**/*.md"], "layout": "numerator", "min": "proved", "seed": "s", "runs": 5, "baseline": "b.json", "reports": false}',
    {
      files: ['docs/**/*.md'],
      layout: 'numerator',
      min: 'proved',
      seed: 's',
      runs: 5,
      baseline: 'b.json',
      reports: false,
    },
  );
  reads('empty.json', '{}', {});
  reads('bom.json', '\ufeff{"seed": "x"}', { seed: 'x' });
  reads('code.mjs', 'export default { runs: 2 + 3 };', { runs: 5 });
  reads('typed.ts', "type T = { min: 'proved' };\nexport default { min: 'proved' } satisfies T;", {
    min: 'proved',
  });
  refuses(
    'unknown.json',
    '{\n  "seed": "a",\n  "layuot": "auto"\n}',
    /unknown\.json:3: unknown key "layuot": did you mean "layout"\?/,
  );
  refuses('strange.json', '{\n  "zzz": 1\n}', /:2: unknown key "zzz": known are files, layout, min/);
  refuses('proto.json', '{"__proto__": 1}', /unknown key "__proto__"/);
  refuses(
    'value.json',
    '{\n\n"min": "prooved"}',
    /:3: "min" is "prooved": give one of proved, verified, supported; did you mean "proved"\?/,
  );
  refuses('runs.json', '{"runs": 1.5}', /"runs" is 1\.5: give a whole number/);
  refuses('files.json', '{"files": "a.md"}', /give a list of files/);
  refuses('broken.json', '{\n "seed": "a",\n}', /broken\.json:3: this is no JSON/);
  refuses('cut.json', '{ "seed":', /cut\.json:1: this is no JSON/);
  refuses('list.json', '[]', /a configuration is an object/);
  refuses('nothing.mjs', 'export const min = 1;', /an object that the file exports by default/);
  refuses('throws.mjs', 'throw new Error("no luck");', /cannot be loaded: no luck/);
  test('a missing one is told', async () =>
    expect(await loadConfig(at('gone.json')).catch(e => e.message)).toMatch(
      /gone\.json: this configuration cannot be read \(ENOENT\)/,
    ));
  test('the call wins over it, and it over what holds without', async () => {
    const config = file('weak.json', '{"seed": "a", "min": "proved", "reports": "out"}');
    const settled = await settle({ format: 'json', config, seed: 'b', changed: true }, '1.0.0');
    expect(settled).toEqual({
      format: 'json',
      seed: 'b',
      min: 'proved',
      reports: 'out',
      layout: 'auto',
      changed: 'HEAD',
      version: '1.0.0',
    });
  });
});

describe('the choice of files', () => {
  mkdirSync(at('d/deep/node_modules'), { recursive: true });
  mkdirSync(at('d/.hidden'));
  mkdirSync(at('bare'));
  for (const name of [
    'b.md',
    'a.tex',
    'deep/c.ipynb',
    'deep/code.ts',
    'deep/node_modules/x.md',
    '.hidden/y.md',
    'odd[1].md',
  ])
    writeFileSync(at(`d/${name}`), '');
  symlinkSync(at('nowhere'), at('d/broken.md'));
  const chooses = (name: string, named: string[], files: string[], nothing: object[] = []): void =>
    test(name, async () => {
      const found = await select(named.map(n => (n === '-' ? n : at(n))));
      expect({
        files: found.files.map(f => (f === '-' ? f : relative(root, f))),
        nothing: found.nothing,
      }).toEqual({ files, nothing });
    });
  chooses('a directory gives its documents', ['d'], ['d/a.tex', 'd/b.md', 'd/deep/c.ipynb', 'd/odd[1].md']);
  chooses('a pattern gives what fits', ['d/**/*.{md,ts}'], ['d/b.md', 'd/deep/code.ts', 'd/odd[1].md']);
  chooses('a file with a strange name is that file', ['d/odd[1].md'], ['d/odd[1].md']);
  chooses(
    'each once, in order',
    ['d/b.md', '-', 'd/../d/b.md', 'd', '-'],
    ['d/b.md', '-', 'd/a.tex', 'd/deep/c.ipynb', 'd/odd[1].md', '-'].slice(0, 5),
  );
  chooses('a missing file stays, so that it is told', ['d/gone.md'], ['d/gone.md']);
  chooses('an empty directory is told', ['bare'], [], [{ named: at('bare'), what: 'directory' }]);
  chooses('a pattern without files is told', ['d/*.rst'], [], [{ named: at('d/*.rst'), what: 'pattern' }]);
  test('names below this folder are written one way', async () => {
    expect((await select(['./package.json', join(process.cwd(), 'README.md')])).files).toEqual([
      'package.json',
      'README.md',
    ]);
  });
});

describe.runIf(hasGit)('what changed', () => {
  const repository = at('repository');
  const git = (...args: string[]): void =>
    void execFileSync(
      'git',
      ['-c', 'user.name=n', '-c', 'user.email=e', '-c', 'init.defaultBranch=main', ...args],
      { cwd: repository, stdio: 'ignore' },
    );
  beforeAll(() => {
    mkdirSync(join(repository, 'sub'), { recursive: true });
    git('init');
    for (const name of ['same.md', 'edited.md', 'committed.md', 'deleted.md'])
      writeFileSync(join(repository, name), name);
    git('add', '.');
    git('commit', '-m', 'one');
    git('tag', 'old');
    writeFileSync(join(repository, 'committed.md'), 'new');
    writeFileSync(join(repository, 'sub/é "q".md'), 'new');
    git('add', '.');
    git('commit', '-m', 'two');
    writeFileSync(join(repository, 'edited.md'), 'new');
    writeFileSync(join(repository, 'untracked.md'), 'new');
    rmSync(join(repository, 'deleted.md'));
  });

  const since = async (revision: string, folder = ''): Promise<string[]> =>
    (await changedSince(revision, join(repository, folder))).map(f => relative(repository, f)).sort();
  test('against a revision: committed, edited and new files', async () =>
    expect(await since('old')).toEqual(['committed.md', 'edited.md', 'sub/é "q".md', 'untracked.md']));
  test('against HEAD: edited and new files', async () =>
    expect(await since('HEAD')).toEqual(['edited.md', 'untracked.md']));
  test('from a folder below, all the same', async () => expect(await since('old', 'sub')).toHaveLength(4));
  test('before the first commit: everything', async () => {
    const young = at('young');
    mkdirSync(young);
    execFileSync('git', ['init'], { cwd: young, stdio: 'ignore' });
    for (const name of ['staged.md', 'untracked.md']) writeFileSync(join(young, name), name);
    execFileSync('git', ['add', 'staged.md'], { cwd: young });
    expect((await changedSince('HEAD', young)).map(f => relative(young, f)).sort()).toEqual([
      'staged.md',
      'untracked.md',
    ]);
  });
  const refuses = (name: string, revision: string, folder: string, why: RegExp): void =>
    test(name, async () => {
      const error = await changedSince(revision, folder).catch(e => e);
      expect(error).toBeInstanceOf(ChangedError);
      expect(error.message).toMatch(why);
    });
  refuses('an unknown revision', 'none', repository, /no revision "none" here; fetch it first/);
  refuses('an option as revision', '--output=x', repository, /no revision "--output=x"/);
  refuses('no repository', 'HEAD', tmpdir(), /is no git repository/);
  test('only what was named is judged', () =>
    expect(among(['a.md', '-', 'b.md'], [join(process.cwd(), 'b.md')])).toEqual(['b.md']));
});

describe('the progress display', () => {
  const shown = (isTTY: boolean, env: Record<string, string> = {}): string[] => {
    const lines: string[] = [];
    let now = 0;
    const bar = progress(
      'a\u001b.md',
      { isTTY, columns: 54, write: (text: string) => lines.push(text) },
      { env, clock: () => now },
    );
    bar.update(1, 9, 'proved');
    now = 250;
    bar.update(2, 9, 'refuted');
    now = 500;
    bar.update(5, 9, 'verified');
    bar.update(6, 9, 'verified');
    bar.done();
    return lines;
  };
  test('tells claims, rate and the worst, and wipes itself away', () =>
    expect(shown(true)).toEqual([
      '\r\u001b[2Ka␛.md: 5 of 9 claims, 10 a second, worst so far refut',
      '\r\u001b[2K',
    ]));
  test('is silent in a pipe', () => expect(shown(false)).toEqual([]));
  test('is silent in CI', () => expect(shown(true, { CI: 'true' })).toEqual([]));
});
