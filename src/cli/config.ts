// rederive.config.json, .ts, .mts, .js or .mjs: what a repository wants of every call. Options of the call win over it.
//   an unknown key, a wrong value, a broken file: refused, with the place and what is known

import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '../latex/suggest.ts';
import { importModule } from './import.ts';

/** What a configuration may say. */
export interface Config {
  /** Files, directories and patterns that are judged when the call names none. */
  readonly files?: readonly string[];
  readonly layout?: 'auto' | 'numerator' | 'denominator' | 'gradient';
  readonly min?: 'proved' | 'verified' | 'supported';
  readonly seed?: string;
  readonly runs?: number;
  /** The baseline file. */
  readonly baseline?: string;
  /** Where counterexamples are written; false for nowhere. */
  readonly reports?: string | false;
}

/** What is wrong with a configuration: the message begins with its path, and the line where that is known. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export const CONFIG_NAMES = ['json', 'ts', 'mts', 'js', 'mjs'].map(e => `rederive.config.${e}`);

type Check = (value: unknown) => string | null;
const oneOf =
  (...words: readonly string[]): Check =>
  value => {
    if (typeof value === 'string' && words.includes(value)) return null;
    const near = typeof value === 'string' && nearest(value, words);
    return `one of ${words.join(', ')}${near ? `; did you mean "${near}"?` : ''}`;
  };
const aText: Check = value => (typeof value === 'string' && value !== '' ? null : 'a text');

const KEYS = new Map<keyof Config, Check>([
  [
    'files',
    v =>
      Array.isArray(v) && v.every(x => aText(x) === null)
        ? null
        : 'a list of files, directories and patterns',
  ],
  ['layout', oneOf('auto', 'numerator', 'denominator', 'gradient')],
  ['min', oneOf('proved', 'verified', 'supported')],
  ['seed', aText],
  [
    'runs',
    v =>
      Number.isSafeInteger(v) && (v as number) >= 0 && (v as number) < 1e7
        ? null
        : 'a whole number, such as 100',
  ],
  ['baseline', aText],
  ['reports', v => (v === false || aText(v) === null ? null : 'a folder, or false')],
]);

/**
 * The configuration of a file, or of the first one found here when none is named; empty without one.
 * @throws ConfigError
 */
export const loadConfig = async (named?: string): Promise<Config> => {
  const path = named ?? (await found());
  if (path === null) return {};
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${path}: this configuration cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  return checked(path, text, /\.json$/i.test(path) ? parsed(path, text) : await imported(path, text));
};

const found = async (): Promise<string | null> => {
  const present: string[] = [];
  for (const name of CONFIG_NAMES)
    if (
      await access(name).then(
        () => true,
        () => false,
      )
    )
      present.push(name);
  if (present.length > 1)
    throw new ConfigError(`${present[1]}: there is ${present[0]} as well: keep one of them`);
  return present[0] ?? null;
};

const parsed = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message);
    const place = at
      ? `:${lineOf(text, Number(at[1]))}`
      : /end of JSON/.test(message)
        ? `:${lineOf(text, text.length)}`
        : '';
    throw new ConfigError(`${path}${place}: this is no JSON: ${message}`);
  }
};

const imported = async (path: string, text: string): Promise<unknown> => {
  try {
    return defaultOf(await importModule(pathToFileURL(resolve(path)).href));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new ConfigError(`${path}: this configuration cannot be loaded: ${message.split('\n')[0]}`);
    return defaultOf(await importModule(withoutTypes(path, text)));
  }
};
const defaultOf = (module: { default?: unknown }): unknown => module.default;

/** A Node that reads no TypeScript: the types are taken away by the repository's own compiler. */
const withoutTypes = (path: string, text: string): string => {
  const compiler = compilerBeside(path);
  if (!compiler)
    throw new ConfigError(
      `${path}: this Node (${process.version}) reads no TypeScript: use Node 22.18 or later, install typescript (version 5 or 6), or write rederive.config.json`,
    );
  const [module, target] = [compiler.ModuleKind.ESNext, compiler.ScriptTarget.ES2022];
  const { outputText } = compiler.transpileModule(text, { compilerOptions: { module, target } });
  return `data:text/javascript,${encodeURIComponent(outputText)}`;
};
/** Null where there is none, or one that cannot be called from JavaScript. */
const compilerBeside = (path: string): typeof import('typescript') | null => {
  try {
    const found = createRequire(resolve(dirname(path), 'package.json'))('typescript');
    return typeof found.transpileModule === 'function' ? found : null;
  } catch {
    return null;
  }
};

const checked = (path: string, text: string, value: unknown): Config => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(
      `${path}: a configuration is an object${/\.json$/i.test(path) ? '' : ' that the file exports by default'}, such as { "min": "proved" }`,
    );
  for (const [key, said] of Object.entries(value)) {
    const at = `${path}:${lineOfKey(text, key)}`;
    const check = KEYS.get(key as keyof Config);
    if (!check) {
      const near = nearest(key, [...KEYS.keys()]);
      const hint = near ? `did you mean "${near}"?` : `known are ${[...KEYS.keys()].join(', ')}`;
      throw new ConfigError(`${at}: unknown key "${key}": ${hint}`);
    }
    const expected = check(said);
    if (expected) throw new ConfigError(`${at}: "${key}" is ${JSON.stringify(said)}: give ${expected}`);
  }
  return value;
};

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
/** The line on which a key stands before a colon; the first one where it cannot be found. */
const lineOfKey = (text: string, key: string): number => {
  const quoted = JSON.stringify(key)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = new RegExp(`(?<![\\w$])["']?${quoted}["']?\\s*:`).exec(text);
  return at ? lineOf(text, at.index) : 1;
};
