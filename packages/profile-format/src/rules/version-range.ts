import { compareVersions } from './profile-version.ts'

/** The bounds of a pack's dependency, both inclusive; an empty bound is open. */
export interface VersionRange {
  minVersion: string
  maxVersion: string
}

const VERSION = /^[vV]?(\d{1,15}(?:\.\d{1,15})*)(?:\.[xX*])?(.*)$/s

interface ReadVersion {
  numbers: readonly number[]
  suffix: string
  text: string
}

/**
 * Whether a version is within a range; undefined when the version does not begin with a number. A bound without a
 * number is open.
 *
 * A partial bound constrains only as many numbers as it has: `1.27` as minimum means 1.27.0, as maximum it includes all
 * of 1.27.x, because `kubernetes ≤ 1.21` means the whole minor version. A suffix counts only against a bound that has
 * one: packs are revised as `1.31.2-rev2`, which must not sort below `1.31.2`.
 */
export function isVersionInRange(version: string, { minVersion, maxVersion }: VersionRange): boolean | undefined {
  const read = readVersion(version)
  if (read === undefined) return undefined
  const [least, most] = [readVersion(minVersion), readVersion(maxVersion)]
  return (least === undefined || compareWith(read, least) >= 0) && (most === undefined || compareWith(read, most) <= 0)
}

/** True when neither bound constrains anything. */
export function isOpenRange({ minVersion, maxVersion }: VersionRange): boolean {
  return readVersion(minVersion) === undefined && readVersion(maxVersion) === undefined
}

function readVersion(version: string): ReadVersion | undefined {
  const [, numbers, suffix = ''] = VERSION.exec(version) ?? []
  if (numbers === undefined) return undefined
  return { numbers: numbers.split('.').map(Number), suffix, text: version.replace(/^[vV]/, '') }
}

function compareWith(version: ReadVersion, bound: ReadVersion): number {
  const apart = bound.numbers.map((number, at) => (version.numbers[at] ?? 0) - number).find((each) => each !== 0) ?? 0
  return apart === 0 && bound.suffix !== '' ? compareVersions(version.text, bound.text) : apart
}
