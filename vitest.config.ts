import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['frontend/test/**/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    testTimeout: 120_000, // a busy machine is no failure
    hookTimeout: 120_000,
  },
});
