// Reads how many tests passed, failed and were skipped out of the runners' JSON reports.
import { readFileSync } from 'node:fs'

export function readVitestCounts(file, exitCode) {
  const report = readReport(file)
  return settle(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    exitCode,
  )
}

/** A test that passed at its second try counts as passed; Playwright's own report names it. */
export function readPlaywrightCounts(file, exitCode) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readReport(file)?.stats ?? {}
  return settle({ passed: expected + flaky, failed: unexpected, skipped }, exitCode)
}

/** A runner that ran nothing, or ended badly though no test of it failed, is a failure of its own. */
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

export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The line that `npm test` closes with. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
