// Which files are judged: names, directories and patterns → paths, each once, in a stable order.
//   a directory gives its Markdown and LaTeX documents and notebooks, without dot files and node_modules
//   a name that stands for no file stays as it is, so that reading it tells what is wrong

import { lstat, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** What is looked for in a directory. */
const DOCUMENTS = ['**/*.md', '**/*.markdown', '**/*.tex', '**/*.ltx', '**/*.ipynb'];
const IGNORED = ['**/node_modules/**'];

/** Nothing was found under a name that stands for several files. */
export interface Nothing {
  readonly named: string;
  readonly what: 'directory' | 'pattern';
}
export interface Selection {
  readonly files: readonly string[];
  readonly nothing: readonly Nothing[];
}

/** Files of all names; `-` is standard input. A file whose name looks like a pattern is taken as that file. */
export const select = async (named: readonly string[]): Promise<Selection> => {
  const files: string[] = [];
  const nothing: Nothing[] = [];
  for (const name of named) {
    if (name === '-') files.push(name);
    else if (await isDirectory(name)) {
      const found = await matches(DOCUMENTS, name);
      if (found.length === 0) nothing.push({ named: name, what: 'directory' });
      files.push(...found);
    } else if (!(await exists(name)) && isPattern(name)) {
      const found = await matches([name.split(sep).join('/')], '.');
      if (found.length === 0) nothing.push({ named: name, what: 'pattern' });
      files.push(...found);
    } else files.push(fromHere(name));
  }
  const seen = new Set<string>();
  const once = files.filter(file => {
    const key = file === '-' ? file : resolve(file);
    return !seen.has(key) && seen.add(key);
  });
  return { files: once, nothing };
};

/** One way to write a path below this folder, so that reports and baselines do not depend on how it was named. */
const fromHere = (name: string): string => {
  const path = relative('', resolve(name)).split(sep).join('/');
  return path === '' || path.startsWith('../') || isAbsolute(path) ? name : path;
};

/** Sorted paths, as the user would write them from here. */
const matches = async (patterns: readonly string[], folder: string): Promise<string[]> => {
  const { glob } = await import('tinyglobby');
  const found = await glob([...patterns], { cwd: folder, ignore: IGNORED, expandDirectories: false });
  // An ignored pattern does not reach above the folder, where a pattern may lead.
  const wanted = found.filter(file => !/(^|\/)node_modules\//.test(file));
  return wanted.map(file => fromHere(join(folder, file))).sort();
};

const isPattern = (name: string): boolean => /[*?[\]{}]|[!+@]\(/.test(name);
const isDirectory = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
};

/** The files of `all` among those that changed; both relative to here. */
export const among = (all: readonly string[], changed: readonly string[]): string[] => {
  const paths = new Set(changed.map(file => resolve(file)));
  return all.filter(file => file !== '-' && paths.has(resolve(file)));
};
