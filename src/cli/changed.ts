// Which files changed against a revision, as git tells: committed since it branched off, staged, edited, or new and not ignored.

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Git is missing, this is no repository, or the revision is not known; the message says which, and what to do. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
}

/**
 * Absolute paths of files that differ from where `revision` and HEAD parted. Deleted files are not among them.
 * @throws ChangedError
 */
export const changedSince = async (revision: string, folder?: string): Promise<string[]> => {
  const root = (await git(['rev-parse', '--show-toplevel'], noRepository, folder)).replace(/\n$/, '');
  const failed = (why: string): ChangedError => new ChangedError(`git could not tell what changed: ${why}`);
  const list = async (...args: string[]): Promise<string[]> =>
    (await git(args, failed, root)).split('\0').filter(Boolean);
  const fresh = await list('ls-files', '--others', '--exclude-standard', '-z');
  const tracked = (await isBorn(root))
    ? await list(...(await difference(revision, root)))
    : await list('ls-files', '-z');
  return [...new Set([...tracked, ...fresh])].map(file => resolve(root, file));
};

/** There is a commit: before the first one, everything is new. */
const isBorn = async (root: string): Promise<boolean> =>
  (await git(['rev-parse', '--verify', '--quiet', 'HEAD'], () => null, root)) !== '';

/** The question to git that lists what differs from where the revision and HEAD parted. */
const difference = async (revision: string, root: string): Promise<string[]> => {
  const unknown = (): ChangedError =>
    new ChangedError(
      `git knows no revision "${revision}" here; fetch it first (in a shallow clone: git fetch --unshallow), or name another one; files are named behind it: --changed HEAD FILE`,
    );
  const commit = (
    await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], unknown, root)
  ).trim();
  // Without a common ancestor the revision itself is compared with.
  const base = (await git(['merge-base', commit, 'HEAD'], () => null, root)).trim() || commit;
  return ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', base, '--'];
};

const noRepository = (why: string): ChangedError =>
  new ChangedError(
    /not a git repository/i.test(why)
      ? '--changed asks git what changed, and this folder is no git repository'
      : `git could not be asked what changed: ${why}`,
  );

/** What git prints; where it fails, the error, or nothing where there is none. */
const git = async (
  args: readonly string[],
  error: (why: string) => ChangedError | null,
  cwd: string | undefined,
): Promise<string> => {
  try {
    return (await run('git', [...args], { cwd, maxBuffer: 2 ** 28, encoding: 'utf8' })).stdout;
  } catch (e) {
    const { code, stderr, message } = e as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT')
      throw new ChangedError(
        '--changed asks git what changed, and there is no git on this machine; name the files instead',
      );
    const known = error((stderr || message).trim().split('\n')[0] ?? '');
    if (known) throw known;
    return '';
  }
};
