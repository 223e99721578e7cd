import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closingLine, failureLines, readPlaywrightCounts, readVitestCounts, reasonLines, sum } from './test-counts.mjs'

let folder
const report = (content) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waybill-counts-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const assertionResults = [
  { status: 'passed', meta: {} },
  { status: 'failed', fullName: 'a lock is let go', meta: {} },
  { status: 'skipped', meta: { skipReason: 'no data' } },
  { status: 'skipped', meta: { skipReason: 'no data' } },
  { status: 'todo', meta: {} },
]
const browserTest = (status, ...annotations) => ({
  file: 'menu.spec.ts',
  line: 4,
  title: 'closes',
  tests: [{ status, annotations }],
})
const suites = [
  {
    specs: [browserTest('expected'), browserTest('unexpected')],
    suites: [{ specs: [browserTest('skipped', { type: 'skip', description: 'no key' }), browserTest('skipped')] }],
  },
]

describe('counts of a runner', () => {
  it('are those of its report, with skipped tests by reason', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 2, testResults: [{ assertionResults }] })
    expect(readVitestCounts(file, 1)).toEqual({
      passed: 5,
      failed: 2,
      failures: ['a lock is let go'],
      skipped: { 'no data': 2, 'no reason is given': 1 },
    })
  })

  it('are those of the report of the browser tests too', () => {
    const file = report({ stats: { expected: 1, unexpected: 1, flaky: 0 }, suites })
    expect(readPlaywrightCounts(file, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['menu.spec.ts:4 closes'],
      skipped: { 'no key': 1, 'no reason is given': 1 },
    })
  })

  it('include a failure if it ran nothing', () => {
    expect(readVitestCounts(report({ numPassedTests: 0, testResults: [{ assertionResults }] }), 0).failed).toBe(1)
  })

  it('include a failure if it died without a report', () => {
    expect(readPlaywrightCounts(join(folder, 'absent.json'), 1)).toEqual({
      passed: 0,
      failed: 1,
      failures: [],
      skipped: {},
    })
  })

  it('include a failure if it exited with an error although every test passed', () => {
    expect(readVitestCounts(report({ numPassedTests: 3, numFailedTests: 0 }), 1).failed).toBe(1)
  })

  it('count a browser test that passed on its second try as passed', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 0 }
    expect(readPlaywrightCounts(report({ stats }), 0)).toEqual({ passed: 5, failed: 0, failures: [], skipped: {} })
  })
})

describe('counts of several runners', () => {
  it('add up, reason by reason', () => {
    const one = { passed: 1, failed: 0, failures: [], skipped: { a: 1, b: 2 } }
    const other = { passed: 2, failed: 1, failures: ['lint'], skipped: { b: 1 } }
    expect(sum(one, other)).toEqual({ passed: 3, failed: 1, failures: ['lint'], skipped: { a: 1, b: 3 } })
  })
})

describe('the last lines', () => {
  it('name each failed test on a line of its own', () => {
    expect(failureLines({ failures: ['lint', 'menu.spec.ts:4 closes'] })).toEqual([
      'failed: lint',
      'failed: menu.spec.ts:4 closes',
    ])
  })

  it('give the number of skipped tests for each reason, the most frequent first', () => {
    const lines = reasonLines({ passed: 3, failed: 0, skipped: { 'no key': 1, 'no data': 12 } })
    expect(lines).toEqual(['12 skipped: no data', '1 skipped: no key'])
  })

  it('end with the total of passed and failed tests', () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: { a: 1, b: 1 } })).toBe('3 passed, 1 failed')
  })
})
