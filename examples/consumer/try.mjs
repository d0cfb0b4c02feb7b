// Installs the packed package into a copy of this folder, as somebody else's repository would, and runs everything there.
//   npm run consumer                      packs, then installs
//   node examples/consumer/try.mjs FILE   installs a tarball that is there already

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'rederive-consumer-'));
const folder = join(work, 'consumer');

/** Runs a program; its output is shown only where the exit code is another one than expected. */
const run = (title, command, args, { cwd = folder, code = 0, env = {} } = {}) => {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === code ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`);
  if (status !== code)
    throw new Error(
      `${command} ${args.join(' ')}: exit code ${status} instead of ${code}\n${stdout}${stderr}`,
    );
  return stdout;
};
const vitest = (title, args, verdicts) =>
  run(title, 'npx', ['vitest', ...args], { env: { CI: '1', VERDICTS: join(work, verdicts) } });

/** The hook of docs/ci.md lets a true line through, and a false one not. */
const hook = () => {
  if (spawnSync('git', ['--version']).status !== 0)
    return console.log('skip the hook: this machine has no git');
  const page = readFileSync(join(here, '../../docs/ci.md'), 'utf8');
  const script = page.match(/^#!\/bin\/sh\n[^`]*/m)?.[0];
  if (!script?.includes('rederive check')) throw new Error('docs/ci.md has no hook');
  const git = (title, args, code = 0) =>
    run(title, 'git', ['-c', 'user.name=n', '-c', 'user.email=e', ...args], { code });
  writeFileSync(join(folder, '.gitignore'), 'node_modules\nreports\n.vitest-reports\nrederive.sarif\n');
  git('git init', ['init', '--quiet']);
  git('git add', ['add', '.']);
  git('first commit', ['commit', '--quiet', '-m', 'one']);
  writeFileSync(join(folder, '.git/hooks/pre-commit'), script, { mode: 0o755 });
  const document = join(folder, 'docs/ridge.md');
  const right = readFileSync(document, 'utf8');
  writeFileSync(document, right.replace('2 X^\\top (Xw', 'X^\\top (Xw'));
  git('a commit with a false line is stopped', ['commit', '--quiet', '-am', 'two'], 1);
  writeFileSync(document, `${right}\nThe Hessian is $2 X^\\top X + 2 \\lambda I$.\n`);
  git('a commit with true lines goes through', ['commit', '--quiet', '-am', 'three']);
};

try {
  let tarball = process.argv[2] && resolve(process.argv[2]);
  if (!tarball) {
    const packed = run('npm pack', 'npm', ['pack', '--json', '--pack-destination', work], {
      cwd: join(here, '../..'),
    });
    const [{ filename, files }] = JSON.parse(packed.slice(packed.indexOf('[\n')));
    tarball = join(work, filename);
    const paths = files.map(f => f.path);
    for (const needed of [
      'dist/index.js',
      'dist/cli.cjs',
      'dist/program.cjs',
      'dist/vitest.js',
      'dist/schema.json',
      'dist/types/index.d.ts',
      'dist/types/vitest.d.ts',
      'LICENSE',
      'README.md',
    ])
      if (!paths.includes(needed)) throw new Error(`the tarball lacks ${needed}`);
    const stray = paths.filter(p => /^(src|test|bench|reports|properties)\//.test(p));
    if (stray.length) throw new Error(`the tarball holds ${stray.join(', ')}`);
  }
  cpSync(here, folder, {
    recursive: true,
    filter: path => !/node_modules|reports|\.vitest-reports/.test(path.slice(here.length)),
  });
  run('npm install', 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--prefer-offline',
    tarball,
  ]);
  run('types', 'npx', ['tsc']);
  run('rederive check', 'npx', ['rederive', 'check', '--format', 'sarif', '--output', 'rederive.sarif']);
  writeFileSync(
    join(folder, 'typed.config.ts'),
    "import type { Config } from 'rederive';\nexport default { files: ['docs'], min: 'proved' as const, reports: false } satisfies Config;\n",
  );
  run('a typed configuration', 'npx', ['rederive', 'check', '--config', 'typed.config.ts']);
  run('rederive --version', 'npx', ['rederive', '--version']);
  run('the schema', process.execPath, [
    '--input-type=module',
    '-e',
    "import schema from 'rederive/schema.json' with { type: 'json' }; if (!schema.$schema) process.exit(1)",
  ]);
  run('the library without Vitest', process.execPath, [
    '--input-type=module',
    '-e',
    "import { identity, judge } from 'rederive'; const { claims } = await judge(identity({ name: 'a', where: 'A: n×n', claim: 'A A^{-1} = I', source: 'here' })); if (claims[0].verdict.name !== 'proved') process.exit(1)",
  ]);
  vitest('one run', ['run', '--reporter=./verdicts.ts'], 'single.txt');
  hook();
  const shards = 4;
  for (let i = 1; i <= shards; i++)
    vitest(`shard ${i} of ${shards}`, ['run', '--reporter=blob', `--shard=${i}/${shards}`], `shard-${i}.txt`);
  vitest('merged', ['run', '--merge-reports', '--reporter=./verdicts.ts'], 'merged.txt');
  const [single, merged] = ['single.txt', 'merged.txt'].map(name => readFileSync(join(work, name), 'utf8'));
  if (!single.includes('✓ proved') || !single.includes('≈ supported'))
    throw new Error(`the run holds no evidence:\n${single}`);
  if (single !== merged) throw new Error(`the shards judge otherwise:\n${single}\n---\n${merged}`);
  console.log(
    `ok   ${shards} merged shards say what one run says, byte for byte: ${single.split('\n').length - 1} tests`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
