// Both sides of the comparison as commands: ours and the plain peer bundled the same way, the others copied from the folder of peers
// and set up with npm. A peer whose program is missing is told by `missing`.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { V8_FLAGS } from '../../src/cli/flags.ts';

const CACHE = resolve('node_modules/.cache/rederive-bench');
const PYTHON = '/usr/bin/python3';

/** Unset for every process: the variable alone slows each start of Node. */
const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The field of the JSON line that holds the time, and its unit in milliseconds; the whole process without one. */
  readonly field?: readonly [name: string, unit: number];
}

const script = (name: string): string => join(CACHE, `${name}.mjs`);
export const ours = (...args: string[]): Command => ({
  program: process.execPath,
  args: [script('ours'), ...args],
  field: ['ms', 1],
});
/** With the flags that our command has. */
export const asCommand = ({ args, ...command }: Command): Command => ({
  ...command,
  args: [...V8_FLAGS, ...args],
});
export const plain = (...args: string[]): Command => ({
  program: process.execPath,
  args: [script('plain'), ...args],
  field: ['ms', 1],
});
export const check = (...args: string[]): Command => ({
  program: process.execPath,
  args: [resolve('dist/cli.cjs'), 'check', '--no-reports', ...args],
});
/** A thousand documents: those of the repository again and again. */
export const DOCUMENTS = join(CACHE, 'documents');
const COUNT = 1000;
const SOURCES = ['examples', 'bench/peers', 'properties/derivations'];
/** The same command on one processor core. */
export const onOneCore = ({ program: name, args }: Command): Command => ({
  program: 'taskset',
  args: ['-c', '0', name, ...args],
});
const peers = join(CACHE, 'peers');
const SECONDS = 1000;
export const python = (file: string, args: string, field = 'wall_s'): Command => ({
  program: PYTHON,
  args: [`py/${file}.py`, ...args.split(' ')],
  cwd: peers,
  field: [field, SECONDS],
});
export const vitest = (args: string): Command => ({
  program: process.execPath,
  args: ['dist/vitest_run.js', ...args.split(' ')],
  cwd: join(peers, 'js'),
});
export const program = (...[name, ...args]: [string, ...string[]]): Command => ({ program: name, args });
export const whole = ({ field: _, ...command }: Command): Command => command;

/** Bundles both JavaScript sides; with a folder of peers, copies it and installs what its JavaScript needs. */
export const prepare = async (folder: string | null): Promise<void> => {
  mkdirSync(CACHE, { recursive: true });
  await build({
    entryPoints: ['bench/peers/ours.ts', 'bench/peers/plain.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outdir: CACHE,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  mkdirSync(DOCUMENTS, { recursive: true });
  const sources = SOURCES.flatMap(f => readdirSync(f).map(name => join(f, name))).filter(f =>
    f.endsWith('.md'),
  );
  for (let k = 0; k < COUNT; k++) copyFileSync(sources[k % sources.length]!, join(DOCUMENTS, `${k}.md`));
  if (!folder || !existsSync(folder) || existsSync(join(peers, 'js/dist'))) return;
  cpSync(folder, peers, { recursive: true });
  spawnSync('chmod', ['-R', 'u+w', peers]);
  const cwd = join(peers, 'js');
  spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd, stdio: 'ignore' });
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd, stdio: 'ignore' });
};

const scriptOf = (args: readonly string[]): string => args.find(a => !a.startsWith('-'))!;
/** Why a command cannot run here, or null. */
export const missing = ({ program: name, args, cwd }: Command): string | null => {
  if (cwd && !existsSync(cwd)) return 'the folder of peers is not there';
  if (name === 'taskset')
    return spawnSync(name, ['--version']).status === 0 ? null : 'there is no taskset to take one core only';
  if (name === process.execPath)
    return existsSync(resolve(cwd ?? '.', scriptOf(args))) ? null : `${scriptOf(args)} is not built`;
  const modules: Readonly<Record<string, string>> = {
    'py/hyp_props.py': 'hypothesis.extra.numpy',
    'py/sympy_ident.py': 'sympy',
    'py/torch_check.py': 'torch',
  };
  const wanted = modules[args[0] ?? ''] ?? 'torch';
  const { status } = spawnSync(name, ['-c', `import ${wanted}`], { stdio: 'ignore' });
  return status === 0 ? null : `Python's ${wanted} is not installed`;
};

/** Bytes that a command may print. */
const LONGEST = 1 << 28;
/** Milliseconds of one run. @throws Error when it fails */
export const time = ({ program: name, args, cwd, field }: Command): number => {
  const start = performance.now();
  const run = spawnSync(name, args, {
    ...(cwd ? { cwd } : {}),
    env: environment,
    encoding: 'utf8',
    maxBuffer: LONGEST,
  });
  const took = performance.now() - start;
  if (run.status !== 0)
    throw new Error(`${[name, ...args].join(' ')} ended with ${run.status}: ${run.stderr}`);
  if (!field) return took;
  const line = run.stdout
    .split('\n')
    .reverse()
    .find(l => l.startsWith('{'));
  const value: unknown = line && (JSON.parse(line) as Record<string, unknown>)[field[0]];
  if (typeof value !== 'number') throw new Error(`${name} ${args[0]} did not say ${field[0]}`);
  return value * field[1];
};

export const versions = (): Record<string, string> => {
  const python = spawnSync(
    PYTHON,
    [
      '-c',
      "import importlib, json, platform\nv = {'Python': platform.python_version()}\nfor m in ('numpy', 'hypothesis', 'sympy', 'torch'):\n  try: v[m] = importlib.import_module(m).__version__\n  except ImportError: pass\nprint(json.dumps(v))",
    ],
    { encoding: 'utf8' },
  );
  const found: Record<string, string> = python.status === 0 ? JSON.parse(python.stdout) : {};
  return { Node: process.versions.node, ...found };
};
