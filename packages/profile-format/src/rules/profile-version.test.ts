import fc from 'fast-check'
import semver from 'semver'
import { describe, expect, it } from 'vitest'
import {
  compareVersions,
  isFloatingTag,
  isSemVer,
  matchesFloatingTag,
  nearestVersions,
  nextFreeVersion,
  versionSortKey,
  versionSortKeyRange,
} from './profile-version.ts'

const number = fc.oneof(fc.nat(30), fc.constantFrom(9, 10, 99, 100, 20_230_401))
const identifier = fc.oneof(number.map(String), fc.constantFrom('rc', 'rc1', 'alpha', 'beta', 'alpha-1', 'Z', 'a'))
const version = fc
  .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }))
  .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join('.')}` : ''}`)

/** Sort keys of these versions are ASCII, so comparing code units orders them as comparing bytes does. */
const binaryOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b))

describe('a strict version', () => {
  it.each(['1.0.0', '0.0.1', '1.2.3-rc.1', '10.20.30', '1.0.0+build.5'])('is %s', (text) => {
    expect(isSemVer(text)).toBe(true)
  })

  it.each(['', '1', '1.2', 'v1.2.3', '2.2.2.develop', 'b0.0.1', '01.2.3', '1.2.3-', ' 1.2.3', '1.2.3\n', '=1.2.3'])(
    'is not %j',
    (text) => {
      expect(isSemVer(text)).toBe(false)
    },
  )
})

describe('the sort key', () => {
  it('orders versions in binary collation as SemVer does', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(binaryOrder(versionSortKey(a), versionSortKey(b))).toBe(semver.compare(a, b))
      }),
      { numRuns: 2_000 },
    )
  })

  it('range covers the versions that SemVer treats as equal, and no others', () => {
    fc.assert(
      fc.property(
        version,
        fc.oneof(version, fc.constantFrom('1.2', 'v1.2.0', '1.2.0', '1.2.0+b', 'latest')),
        (a, b) => {
          const { before, after } = versionSortKeyRange(b)
          const order = versionSortKey(a) < before ? -1 : Number(versionSortKey(a) > after)
          expect(order).toBe(semver.compare(a, semver.coerce(b, { includePrerelease: true }) ?? '0.0.0-0'))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('orders partial and odd versions too', () => {
    const ordered = ['latest', 'v0.9', '1.2', '1.2.1-lts', '1.2.1', 'v1.10', '1.10.0.1', '22.04', '24.04-lts', '24.04']
    expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered)
  })

  it.each([
    [['1.31.2-rc.1', '1.31.2', '1.31.2-rev2', '1.31.2-rev10', '1.31.3']],
    [['v1.28.5', 'v1.28.5+rke2r1', 'v1.28.5+rke2r2', 'v1.28.5+rke2r10', 'v1.28.6']],
    [['1.0.0-rc.1', '1.0.0-rc.1-rev1', '1.0.0-rc.1-rev2', '1.0.0-rc.2', '1.0.0']],
    [['1.27', '1.27-rev2', '1.27.1']],
  ])('puts revisions after their version, by number: %j', (ordered) => {
    expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered)
  })

  it('counts a revision as newer than its version', () => {
    const { before, after } = versionSortKeyRange('1.31.2')
    const key = versionSortKey('1.31.2-rev2')
    expect([key > after, key < before]).toEqual([true, false])
  })
})

describe('the next free version', () => {
  it('is the version itself when it is not taken', () => {
    expect(nextFreeVersion('1.2.0', ['1.1.0'])).toBe('1.2.0')
  })

  it('is the lowest patch above it that is free', () => {
    expect(nextFreeVersion('1.2.0', ['1.2.0', '1.2.1', '1.2.3'])).toBe('1.2.2')
  })

  it('is the next pre-release of a pre-release', () => {
    expect(nextFreeVersion('1.2.0-rc.1', ['1.2.0-rc.1'])).toBe('1.2.0-rc.2')
  })

  it('is the next revision of a revision', () => {
    expect(nextFreeVersion('1.2.0-rev2', ['1.2.0-rev2', '1.2.0-rev3'])).toBe('1.2.0-rev4')
    expect(nextFreeVersion('1.2.0+rke2r9', ['1.2.0+rke2r9'])).toBe('1.2.0+rke2r10')
  })

  it('is one above the newest for a text that is not a version', () => {
    expect(nextFreeVersion('latest', [])).toBe('1.0.0')
    expect(nextFreeVersion('latest', ['1.0.0', '2.10.0', '2.9.9', 'v3'])).toBe('2.10.1')
  })
})

describe('the nearest versions', () => {
  it('come with the same minor first, then by distance', () => {
    expect(nearestVersions('1.33.9', ['1.31.0', '2.0.0', '1.33.6', '1.34.1', '1.33.10'])).toEqual([
      { version: '1.33.10', order: 'newer' },
      { version: '1.33.6', order: 'older' },
      { version: '1.34.1', order: 'newer' },
      { version: '1.31.0', order: 'older' },
      { version: '2.0.0', order: 'newer' },
    ])
  })

  it('leave out the wanted one and duplicates', () => {
    expect(nearestVersions('22.04', ['22.04', '24.04', '24.04'])).toEqual([{ version: '24.04', order: 'newer' }])
  })
})

describe('a floating tag', () => {
  it.each(['1.33.x', '1.x', 'v1.x', '1.33.*'])('is %s', (tag) => {
    expect(isFloatingTag(tag)).toBe(true)
  })

  it.each(['1.33.9', 'xenial', ''])('is not %j', (tag) => {
    expect(isFloatingTag(tag)).toBe(false)
  })

  it.each([
    ['1.33.9', '1.33.x', true],
    ['1.34.0', '1.33.x', false],
    ['1.330.0', '1.33.x', false],
    ['1.33', '1.33.x', false],
    ['1.33.9', '1.33.9', true],
    ['1.33.9', '1.33.8', false],
  ])('%s under %s is %s', (each, tag, isMatch) => {
    expect(matchesFloatingTag(each, tag)).toBe(isMatch)
  })
})
