import { defineConfig } from '@playwright/test'
import shared from '../../playwright.config.ts'

export default defineConfig({
  ...shared,
  testDir: import.meta.dirname,
  testMatch: 'take-screenshots.spec.ts',
  outputDir: '../../test-results',
  globalSetup: '../installation.ts',
  workers: 1,
  retries: 0,
  reporter: 'list',
  projects: [{ name: 'screenshots', use: { browserName: 'chromium' } }],
})
