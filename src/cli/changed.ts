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
  const unknown = (): ChangedError =>
    new ChangedError(
      `git knows no revision "${revision}" here; fetch it first (in a shallow clone: git fetch --unshallow), or name another one`,
    );
  const commit = (
    await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], unknown, root)
  ).trim();
  // Without a common ancestor the revision itself is compared with.
  const base = (await git(['merge-base', commit, 'HEAD'], () => null, root)).trim() || commit;
  const failed = (why: string): ChangedError => new ChangedError(`git could not tell what changed: ${why}`);
  const tracked = await git(
    ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', base, '--'],
    failed,
    root,
  );
  const fresh = await git(['ls-files', '--others', '--exclude-standard', '-z'], failed, root);
  return [...new Set([...tracked.split('\0'), ...fresh.split('\0')])]
    .filter(Boolean)
    .map(file => resolve(root, file));
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
