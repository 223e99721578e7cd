import { defineConfig, type ReporterDescription } from '@playwright/test'

const isCi = Boolean(process.env['CI'])
const html: ReporterDescription = ['html', { open: 'never' }]
// As root Chromium has no sandbox; the rest keeps it from speaking to anyone but the installation under test.
const launchArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
const executablePath = process.env['E2E_BROWSER']

export default defineConfig({
  testDir: 'e2e/specs',
  globalSetup: './e2e/installation.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  // Limits against what hangs, not measures: nothing here may depend on how busy the machine is.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], html],
  use: {
    // A trace of every test takes a quarter of the whole time; a second try, or `--trace on`, has one.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: Boolean(process.env['E2E_BASE_URL']),
    launchOptions: { args: launchArgs, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'chromium-light', use: { browserName: 'chromium', colorScheme: 'light' } },
    { name: 'chromium-dark', testMatch: 'story.spec.ts', use: { browserName: 'chromium', colorScheme: 'dark' } },
  ],
})
