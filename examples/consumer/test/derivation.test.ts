import { describeDerivation } from 'rederive/vitest';

describeDerivation('docs/ridge.md');
