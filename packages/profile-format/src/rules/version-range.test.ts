import { describe, expect, it } from 'vitest'
import { isOpenRange, isVersionInRange } from './version-range.ts'

const range = (minVersion: string, maxVersion = '') => ({ minVersion, maxVersion })

describe('isVersionInRange', () => {
  it.each([
    ['1.27.0', range('1.27')],
    ['1.27', range('1.27.0')],
    ['v1.28.3', range('1.27')],
    ['1.27.9', range('', '1.27')],
    ['1.27.9', range('', '1.27.x')],
    ['1.9.0', range('', '1.27')],
    ['2.1', range('1', '2')],
    ['1.31.2-rev2', range('1.31.2', '1.31.2')],
    ['1.2.3-rc.2', range('1.2.3-rc.1')],
    ['anything 1', range('', '')],
  ])('does not reject %s in %j', (version, bounds) => {
    expect(isVersionInRange(version, bounds)).not.toBe(false)
  })

  it.each([
    ['1.26.99', range('1.27')],
    ['1.28.0', range('', '1.27')],
    ['1.27.1', range('', '1.27.0')],
    ['1.9.0', range('v1.27.x')],
    ['3.0.0', range('1', '2')],
    ['1.2.3-rc.1', range('1.2.3-rc.2')],
  ])('rejects %s in %j', (version, bounds) => {
    expect(isVersionInRange(version, bounds)).toBe(false)
  })

  it('is undecided for a text that is not a version', () => {
    expect(isVersionInRange('_____place_holder_____', range('1.27'))).toBeUndefined()
  })

  it('treats bounds that are not versions as open', () => {
    expect([isOpenRange(range('x', 'newest')), isOpenRange(range('', '1'))]).toEqual([true, false])
  })
})
