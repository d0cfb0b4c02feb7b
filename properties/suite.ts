// What the suites of this folder are made with.
export type { IdentityRow, MistakeRow } from '../src/elaborate/identity.ts';
export { describeDerivation, describeIdentities, describeMistakes } from '../src/vitest.ts';
