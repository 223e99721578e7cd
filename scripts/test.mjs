// npm test: every check there is, each run even if an earlier one failed. Names as arguments choose some of them.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { findOciRegistry } from './oci-registry.mjs'
import { runPlaywright } from './playwright.mjs'
import { root, runNode, StepError } from './processes.mjs'
import { closingLine, readPlaywrightCounts, readVitestCounts, sum } from './test-counts.mjs'

const VITEST_REPORT = '.build/vitest.json'
const PLAYWRIGHT_REPORT = '.build/playwright.json'
const NOTHING = { passed: 0, failed: 0, skipped: 0 }

const steps = {
  format: () => check('node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
  lint: () => check('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  types: () => check('scripts/types.mjs'),
  boundaries: () => check('scripts/boundaries.mjs'),
  'dead-code': () => check('node_modules/knip/bin/knip.js', '--no-progress'),
  unit: runVitest,
  e2e: runBrowserTests,
}

/** A static check is one test; what it says is shown when it fails. */
async function check(...args) {
  const { code, output } = await runNode(args, { quiet: true })
  if (code !== 0) process.stdout.write(output)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function runVitest() {
  await bringRegistry()
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters])
  return readVitestCounts(join(root, VITEST_REPORT), code)
}

/** Without a registry its tests fail, each by name; the others still run. */
async function bringRegistry() {
  try {
    await findOciRegistry()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    process.stdout.write(`${error.message}\n`)
  }
}

async function runBrowserTests() {
  await buildWeb()
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, PLAYWRIGHT_REPORT), PLAYWRIGHT_HTML_OPEN: 'never' }
  const { code } = await runPlaywright(['--reporter=line,json,html'], { browser: await findBrowser(), env })
  return readPlaywrightCounts(join(root, PLAYWRIGHT_REPORT), code)
}

async function runStep(name) {
  process.stdout.write(`\n── ${name}\n`)
  const started = performance.now()
  const counts = await countFailure(steps[name])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${closingLine(counts)} (${seconds} s)\n`)
  return counts
}

/** A step that cannot even be tried is a failed test; the others still run. */
async function countFailure(step) {
  try {
    return await step()
  } catch (error) {
    process.stdout.write(`${error instanceof StepError ? error.message : error.stack}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

async function prepare() {
  // A report of an earlier run must never be counted.
  rmSync(join(root, '.build'), { recursive: true, force: true })
  await install()
  await generate()
  return NOTHING
}

async function runAll() {
  const chosen = process.argv.slice(2)
  let total = await countFailure(prepare)
  if (total.failed > 0) return total
  for (const name of Object.keys(steps)) {
    if (chosen.length === 0 || chosen.includes(name)) total = sum(total, await runStep(name))
  }
  return total
}

const total = await runAll()
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
process.stdout.write(`\n${closingLine(total)}\n`)
