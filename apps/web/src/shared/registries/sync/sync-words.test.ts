import { describe, expect, it } from 'vitest'
import { countsText, foundText, isActive, percentDone, type SyncRun } from './sync-words.ts'

const run: SyncRun = {
  uid: 'u',
  registryUid: 'r',
  state: 'running',
  isCancelRequested: false,
  expected: 131,
  found: 40,
  added: 5,
  changed: 0,
  unchanged: 35,
  removed: 0,
  failed: 0,
  reason: '',
}

describe('the words of a sync', () => {
  it('say how far a sync has come', () => {
    expect(foundText(run)).toBe('40 of 131 found')
    expect(percentDone(run)).toBe(30)
  })

  it('give no number that is not known', () => {
    expect(foundText({ expected: 0, found: 3 })).toBe('3 found')
    expect(percentDone({ expected: 0, found: 3 })).toBeNull()
  })

  it('never exceed the total if a registry grows meanwhile', () => {
    expect(percentDone({ expected: 2, found: 3 })).toBe(100)
    expect(foundText({ expected: 2, found: 3 })).toBe('3 found')
  })

  it('leave out counts of zero', () => {
    expect(countsText(run)).toBe('5 new · 35 unchanged')
  })

  it('distinguish a running sync from one that has ended', () => {
    expect(isActive(run)).toBe(true)
    expect(isActive({ state: 'cancelled' })).toBe(false)
    expect(isActive(null)).toBe(false)
  })
})
