// Files and standard input as text, or a problem that says what is wrong with them and what to do.

import { readFileSync } from 'node:fs';
import type { Problem } from '../document/document.ts';
import type { JudgedDocument } from '../verdict/verdict.ts';
import type { Nothing } from './files.ts';

export const STDIN = 'stdin';

export type Input =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly problem: Problem };

const problem = (code: string, message: string, fix: string): Problem => ({
  severity: 'error',
  code,
  message,
  span: { start: 0, end: 0 },
  fix,
});

/** The text of a file, or of standard input for "-". Never throws for a file that cannot be read. */
export const load = async (file: string): Promise<Input> => {
  const path = file === '-' ? STDIN : file;
  let bytes: Uint8Array;
  try {
    // At once: while all cores judge, a thread that reads would have to wait for its turn.
    bytes = file === '-' ? await standardInput() : readFileSync(file);
  } catch (error) {
    return { path, problem: unreadable(file, error as NodeJS.ErrnoException) };
  }
  return decode(path, bytes);
};

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const unreadable = (file: string, { code, message }: NodeJS.ErrnoException): Problem => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('F001', 'there is no such file', 'check the path');
    case 'EISDIR':
      return problem(
        'F002',
        'this is a directory',
        `name its files: rederive check ${file.replace(/\/+$/, '')}/*.md`,
      );
    case 'EACCES':
    case 'EPERM':
      return problem('F003', 'this file may not be read', 'check its permissions');
    default:
      return problem('F003', `this file cannot be read (${code ?? message})`, 'check the path');
  }
};

const decode = (path: string, bytes: Uint8Array): Input => {
  const fix = 'give a text file: Markdown, LaTeX or plain text in UTF-8';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { path, problem: problem('F004', 'this file is UTF-16', 'save it as UTF-8') };
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return { path, problem: problem('F004', `this is a binary file (a zero byte at ${zero})`, fix) };
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, problem: problem('F004', 'this file is not text in UTF-8', fix) };
  }
};

/** What is said of a directory or a pattern that stands for no file. */
export const nothingFound = ({ what }: Nothing): Problem =>
  what === 'directory'
    ? problem(
        'F002',
        'this is a directory, and there is no document in it',
        'a directory gives its .md, .markdown, .tex, .ltx and .ipynb files; name others one by one, or by a pattern such as "**/*.txt"',
      )
    : problem(
        'F001',
        'no file fits this pattern',
        'check the pattern; quote it, so that the shell leaves it alone',
      );

/** What is said of a document that holds nothing to judge. */
export const nothingToJudge = (text: string): Problem =>
  text.trim() === ''
    ? problem('F005', 'this file is empty', 'write a derivation, with its formulas between $…$ or $$…$$')
    : {
        ...problem(
          'F006',
          'there is no claim to judge in this document',
          'write the equation between $…$ or $$…$$, and declare its letters',
        ),
        note: 'a claim is an equation; F(X) = … for a new letter defines it and claims nothing',
      };

/** A document of which nothing is known but a problem. */
export const withoutText = (path: string, of: Problem): JudgedDocument => ({
  path,
  text: '',
  understood: [],
  claims: [],
  listed: [],
  problems: [of],
  layouts: { scalar: null, other: null },
  convention: null,
  contradictions: [],
});
