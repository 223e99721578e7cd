import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingLine, readPlaywrightCounts, readVitestCounts } from './test-counts.mjs'

let folder
const report = (content) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waybill-counts-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('counts of a runner', () => {
  it('are those of its report', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
    expect(readVitestCounts(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('hold a failure when it ran nothing', () => {
    expect(readVitestCounts(report({ numPassedTests: 0, numPendingTests: 3 }), 0).failed).toBe(1)
  })

  it('hold a failure when it died without a report', () => {
    expect(readPlaywrightCounts(join(folder, 'absent.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('hold a failure when it ended badly though every test passed', () => {
    expect(readVitestCounts(report({ numPassedTests: 3, numFailedTests: 0 }), 1).failed).toBe(1)
  })

  it('take a browser test that passed at its second try as passed', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 0, skipped: 0 }
    expect(readPlaywrightCounts(report({ stats }), 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
  })
})

describe('the closing line', () => {
  it('names skipped tests only when there are some', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})
