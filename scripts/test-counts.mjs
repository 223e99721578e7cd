// Reads from the runners' JSON reports how many tests passed, failed and were skipped, which failed, and why others
// were skipped.
import { readFileSync } from 'node:fs'

const NO_REASON = 'no reason is given'

export function readVitestCounts(file, exitCode) {
  const report = readReport(file)
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return settle(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      failures: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      // Set by test-data/src/shared-data.ts: the report has no other place for it.
      skipped: countEach(skipped.map(({ meta }) => meta?.skipReason ?? NO_REASON)),
    },
    exitCode,
  )
}

/** A test that passed on its second try counts as passed; Playwright's own report names it. */
export function readPlaywrightCounts(file, exitCode) {
  const report = readReport(file)
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {}
  const tests = (report?.suites ?? []).flatMap(testsOf)
  const skipped = tests.filter(({ status }) => status === 'skipped')
  const reasons = skipped.map(({ annotations = [] }) => annotations.find(({ description }) => description)?.description)
  return settle(
    {
      passed: expected + flaky,
      failed: unexpected,
      failures: tests.filter(({ status }) => status === 'unexpected').map(({ title }) => title),
      skipped: countEach(reasons.map((reason) => reason ?? NO_REASON)),
    },
    exitCode,
  )
}

const testsOf = ({ suites = [], specs = [] }) => [...specs.flatMap(testsOfSpec), ...suites.flatMap(testsOf)]
const testsOfSpec = ({ file, line, title, tests }) =>
  tests.map((test) => ({ ...test, title: `${file}:${line} ${title}` }))

/** A runner that ran nothing, or exited with an error although no test failed, counts as a failure. */
function settle(counts, exitCode) {
  const ranNothing = counts.passed + counts.failed === 0
  const endedBadly = exitCode !== 0 && counts.failed === 0
  return ranNothing || endedBadly ? { ...counts, failed: counts.failed + 1 } : counts
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // No report means the runner died before writing one; settle() counts that.
    return undefined
  }
}

/** Skipped tests are counted as `{ [reason]: count }`. */
function countEach(reasons) {
  const counts = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

export function sum(a, b) {
  const skipped = { ...a.skipped }
  for (const [reason, count] of Object.entries(b.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, failures: [...a.failures, ...b.failures], skipped }
}

/** One line per reason for skipped tests, ordered by count. */
export const reasonLines = ({ skipped }) =>
  Object.entries(skipped)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} skipped: ${reason}`)

/** Repeats the failed tests at the end: their own reports may be thousands of lines above. */
export const failureLines = ({ failures }) => failures.map((name) => `failed: ${name}`)

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`
