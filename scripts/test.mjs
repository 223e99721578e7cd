// npm test: all checks, each run even if an earlier one failed. Arguments select checks by name.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildServer } from './build-server.mjs'
import { buildWeb } from './build-web.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { runPlaywright } from './playwright.mjs'
import { root, runNode, StepError } from './processes.mjs'
import { bringPrograms } from './system-programs.mjs'
import { closingLine, failureLines, readPlaywrightCounts, readVitestCounts, reasonLines, sum } from './test-counts.mjs'

const VITEST_REPORT = '.build/vitest.json'
const PLAYWRIGHT_REPORT = '.build/playwright.json'
const NOTHING = { passed: 0, failed: 0, failures: [], skipped: {} }

/** Static checks: two at a time, since each keeps about one core busy. */
const checks = {
  types: () => check('scripts/types.mjs'),
  format: () => check('node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
  lint: () => check('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  boundaries: () => check('scripts/boundaries.mjs'),
  'dead-code': () => check('node_modules/knip/bin/knip.js', '--no-progress'),
}
/** Checks that run the product: one after the other, each with both cores to itself. */
const runs = { unit: runVitest, e2e: runBrowserTests }

/** A static check counts as one test; its output is shown if it fails. */
async function check(...args) {
  const { code, output } = await runNode(args, { quiet: true })
  if (code !== 0) process.stdout.write(output)
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
}

async function runVitest() {
  await bringWhatCanBe()
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters])
  return readVitestCounts(join(root, VITEST_REPORT), code)
}

/** If a program is missing, the tests that need it fail by name; the others still run. */
async function bringWhatCanBe() {
  try {
    await bringPrograms()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    process.stdout.write(`${error.message}\n`)
  }
}

async function runBrowserTests() {
  await buildWeb()
  await buildServer()
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, PLAYWRIGHT_REPORT), PLAYWRIGHT_HTML_OPEN: 'never' }
  const { code } = await runPlaywright(['--reporter=line,json,html'], { browser: await findBrowser(), env })
  return readPlaywrightCounts(join(root, PLAYWRIGHT_REPORT), code)
}

async function runStep(name, step) {
  const started = performance.now()
  const counts = nameFailure(name, await countFailure(step))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${closingLine(counts)} (${seconds} s)\n`)
  return counts
}

/** A failed check, or a runner that exited with an error, has no test to name, so its step is named instead. */
function nameFailure(name, counts) {
  const isUnnamed = counts.failed > counts.failures.length
  return isUnnamed ? { ...counts, failures: [...counts.failures, name] } : counts
}

/** A step that cannot even start counts as a failed test; the others still run. */
async function countFailure(step) {
  try {
    return await step()
  } catch (error) {
    process.stdout.write(`${error instanceof StepError ? error.message : error.stack}\n`)
    return { ...NOTHING, failed: 1 }
  }
}

async function prepare() {
  // A report of an earlier run must never be counted.
  rmSync(join(root, '.build'), { recursive: true, force: true })
  await install()
  await generate()
  return NOTHING
}

const isChosen = ([name]) => process.argv.length === 2 || process.argv.slice(2).includes(name)

async function runAll() {
  const prepared = await countFailure(prepare)
  if (prepared.failed > 0) return prepared
  const counts = []
  const waiting = Object.entries(checks).filter(isChosen)
  const checkNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) counts.push(await runStep(...next))
  }
  await Promise.all([checkNext(), checkNext()])
  for (const [name, run] of Object.entries(runs).filter(isChosen)) {
    process.stdout.write(`\n── ${name}\n`)
    counts.push(await runStep(name, run))
  }
  return counts.reduce(sum, NOTHING)
}

const total = await runAll()
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
process.stdout.write(`\n${[...failureLines(total), ...reasonLines(total), closingLine(total)].join('\n')}\n`)
