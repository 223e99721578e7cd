// Runs Playwright with an installed browser, against an existing installation or one started for the purpose.
import { findBrowser } from './browser.mjs'
import { buildServer } from './build-server.mjs'
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { runNode } from './processes.mjs'

/** Installs and builds what a run needs, and finds the browser; e2e/installation.ts starts the product itself. */
export async function preparePlaywright() {
  await install()
  if (!process.env.E2E_BASE_URL) {
    await generate()
    await buildWeb()
    await buildServer()
  }
  return findBrowser()
}

export function runPlaywright(args, { browser, env }) {
  const cli = 'node_modules/@playwright/test/cli.js'
  return runNode([cli, 'test', ...args], { env: { ...env, E2E_BROWSER: browser } })
}
