// Every chapter of this folder is judged: adding an identity is adding a row to a chapter, adding a chapter is adding a file.

import { describeIdentities, type IdentityRow } from './suite.ts';

const chapters = import.meta.glob<{ rows: readonly IdentityRow[] }>(
  ['./*.ts', '!./*.test.ts', '!./suite.ts', '!./mistakes.ts'],
  {
    eager: true,
  },
);

for (const [file, { rows }] of Object.entries(chapters))
  describeIdentities(file.replace(/^\.\/|\.ts$/g, ''), rows);
