// Finds a Chromium for the browser tests, or installs one. Prints the path of its executable when run directly.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { StepError, isExecutable, isMain, main, root, run, runNode } from './processes.mjs'

// The headless shell needs half the processor time of the full browser.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
// The second is for releases of Debian that do not have the shell yet.
const PACKAGES = ['chromium-headless-shell', 'chromium']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
// A download blocked by a firewall can hang forever.
const DOWNLOAD_TIMEOUT_MS = 180_000

/** @returns {Promise<string>} the executable's path; throws with advice if there is none and none can be installed */
export async function findBrowser() {
  const installed = process.env.E2E_BROWSER || playwrightBrowser() || systemBrowser()
  if (installed) return installed
  const fetched = (await downloadBrowser()) || (await installPackage())
  if (!fetched) throw new StepError(ADVICE)
  return fetched
}

const ADVICE =
  'No Chromium for the browser tests, and none could be installed. Install Chromium or Chrome, or name one in E2E_BROWSER.'

function playwrightBrowser() {
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function systemBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...PLACES].find(isExecutable)
}

async function downloadBrowser() {
  process.stderr.write('Looking for a browser: trying the one of Playwright.\n')
  const cli = 'node_modules/@playwright/test/cli.js'
  await runNode([cli, 'install', 'chromium'], { quiet: true, timeout: DOWNLOAD_TIMEOUT_MS })
  return playwrightBrowser()
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  for (const name of PACKAGES) {
    process.stderr.write(`Looking for a browser: installing the package ${name}.\n`)
    const { code, output } = await run('apt-get', ['install', '-y', name], { quiet: true, env })
    if (code === 0) break
    process.stderr.write(output)
  }
  return systemBrowser()
}

if (isMain(import.meta)) await main(async () => process.stdout.write(`${await findBrowser()}\n`))
