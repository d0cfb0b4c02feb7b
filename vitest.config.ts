import { defineConfig } from 'vitest/config';

// Two projects: the claims in properties/, and our own tests in test/.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'properties', include: ['properties/**/*.test.ts'] } },
      { test: { name: 'rederive', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
