import { defineConfig } from 'vitest/config';

// Two projects: the claims in properties/, and our own tests in test/. Files keep no state of their own, so that workers need not be renewed.
const shared = { isolate: false, pool: 'threads' } as const;

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'properties', include: ['properties/**/*.test.ts'] } },
      { test: { ...shared, name: 'rederive', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
