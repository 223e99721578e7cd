import { defineConfig } from 'vitest/config'

/** Every unit and API test. The API's run against a real PostgreSQL that its global setup starts once. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // What is waited for comes when it comes: a busy machine is no failure.
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'domain', include: ['packages/*/src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: ['apps/api/src/testing/global-setup.ts'],
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'web', include: ['apps/web/src/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'scripts', include: ['scripts/**/*.test.mjs'] } },
    ],
  },
})
