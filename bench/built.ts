// The built library, as its users load it: what tsx makes of the sources for us is up to twice as slow.

import { resolve } from 'node:path';

export const built: typeof import('../src/index.ts') = await import(resolve('dist/index.js'));
