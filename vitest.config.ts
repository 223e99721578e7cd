import { defineConfig } from 'vitest/config'

/** Every unit and API test. The API's run against a real PostgreSQL that its global setup starts once. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Files share a process: starting one for each, and loading its libraries anew, takes longer than the tests.
    isolate: false,
    // A limit against what hangs, not a measure: nothing here may depend on how busy the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      { extends: true, test: { name: 'domain', include: ['packages/*/src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: ['apps/api/src/testing/database/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.ts'],
          setupFiles: ['apps/web/src/testing/isolation.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['apps/web/src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['apps/web/src/testing/isolation.ts', 'apps/web/src/testing/around-each.ts'],
          // PatternFly's components import their styles, which Node cannot.
          server: { deps: { inline: [/@patternfly/] } },
        },
      },
      { extends: true, test: { name: 'scripts', include: ['scripts/**/*.test.mjs'] } },
    ],
  },
})
