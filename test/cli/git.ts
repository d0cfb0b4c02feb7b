// Whether this machine has git: tests of --changed are skipped where it has not.

import { spawnSync } from 'node:child_process';

export const hasGit = spawnSync('git', ['--version']).status === 0;
