import semver from 'semver'

/** True for a strict SemVer version: `major.minor.patch`, optionally `-pre.release` and `+build`; no leading `v`. */
export function isSemVer(version: string): boolean {
  return /^\d/.test(version) && !/\s/.test(version) && semver.valid(version) !== null
}

/** The revision suffix of a pack's version, as Palette writes it, or of a Kubernetes version, as Rancher does. */
const REVISION = /[-+](?:rev|rke2r)(\d{1,24})$/
const VERSION = /^v?(\d{1,24}(?:\.\d{1,24})*)(?:[._]?([^+]*))?/
const PRE_RELEASE = '1'
const RELEASE = '2'
// Sorts after the space and the end mark that follow a version without a revision.
const REVISED = 'r'
const END = '!'

// The letter encodes the number of digits, so that the texts sort as the numbers do.
const sortableNumber = (digits: string) => {
  const significant = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(64 + significant.length) + significant
}

const sortableIdentifier = (identifier: string) =>
  /^\d{1,24}$/.test(identifier) ? `3${sortableNumber(identifier)}` : `4${identifier}${END}`

/**
 * A text whose binary order (PostgreSQL's collation `C`) is the version order of SemVer §11. Partial and odd versions
 * are ordered too: missing parts count as zero, a leading `v` is ignored, a suffix counts as a pre-release, and a text
 * without a number sorts first. A revision (`-rev2`, `+rke2r1`) sorts after its version, by number. Versions that
 * SemVer treats as equal are told apart by their own text. Keys are stored in the database: a change here needs a
 * migration of the stored keys.
 */
export function versionSortKey(version: string): string {
  const revision = REVISION.exec(version)
  const match = VERSION.exec(revision ? version.slice(0, revision.index) : version)
  if (match === null) return `#${version}`
  const numbers = (match[1] ?? '').split('.')
  while (numbers.length < 3) numbers.push('0')
  const core = numbers.map(sortableNumber).join('')
  const suffix = (match[2] ?? '').replace(/^-/, '')
  const preRelease = suffix === '' ? '' : PRE_RELEASE + suffix.split('.').map(sortableIdentifier).join('')
  const revised = revision ? REVISED + sortableNumber(revision[1] ?? '') : ''
  return `${core}${preRelease}${RELEASE}${revised} ${version}`
}

/**
 * Bounds around a version's sort keys: a key below `before` belongs to an older version, one above `after` to a newer
 * one. Between them are the versions that SemVer treats as equal, such as `1.2` and `v1.2.0`.
 */
export function versionSortKeyRange(version: string): { before: string; after: string } {
  const key = versionSortKey(version)
  const ownText = key.length - version.length - 1
  if (key[ownText] !== ' ') return { before: key, after: key }
  const rank = key.slice(0, ownText)
  return { before: `${rank} `, after: `${rank}${END}` }
}

/** Compares two versions by their sort keys, older first; 0 only for equal texts. */
export function compareVersions(a: string, b: string): number {
  const [keyA, keyB] = [versionSortKey(a), versionSortKey(b)]
  if (keyA === keyB) return 0
  return keyA < keyB ? -1 : 1
}

/**
 * The version itself when it is free, otherwise the lowest free version above it: the next patch, the next pre-release
 * of a pre-release, or the next revision of a revision. A text that is not SemVer gives one above the newest version
 * taken, or `1.0.0`.
 */
export function nextFreeVersion(version: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  let candidate = isSemVer(version) ? version : ([...used].filter(isSemVer).toSorted(compareVersions).at(-1) ?? '1.0.0')
  while (used.has(candidate)) candidate = versionAfter(candidate)
  return candidate
}

function versionAfter(version: string): string {
  const number = REVISION.exec(version)?.[1]
  if (number !== undefined) return `${version.slice(0, -number.length)}${BigInt(number) + 1n}`
  return semver.inc(version, semver.prerelease(version) ? 'prerelease' : 'patch') ?? `${version}-1`
}

/** The leading numbers of a version. */
function numbersOf(version: string): number[] {
  const core = /^v?(\d{1,15}(?:\.\d{1,15})*)/.exec(version)?.[1]
  return core === undefined ? [] : core.split('.').map(Number)
}

// The number of leading parts that two versions share, and the difference at the first part that differs.
function distance(a: readonly number[], b: readonly number[]): { agree: number; apart: number } {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const apart = Math.abs((a[i] ?? 0) - (b[i] ?? 0))
    if (apart > 0) return { agree: i, apart }
  }
  return { agree: length, apart: 0 }
}

/** An available version, and whether it is older or newer than the wanted one. */
export interface NearVersion {
  version: string
  order: 'older' | 'newer'
}

/**
 * Sorts the available versions nearest to the wanted one first (those with the same major and minor lead), newer before
 * older.
 */
export function nearestVersions(wanted: string, available: Iterable<string>): NearVersion[] {
  const numbers = numbersOf(wanted)
  return [...new Set(available)]
    .filter((version) => version !== wanted)
    .map((version) => ({ version, ...distance(numbers, numbersOf(version)) }))
    .toSorted((a, b) => b.agree - a.agree || a.apart - b.apart || compareVersions(b.version, a.version))
    .map(({ version }) => ({ version, order: compareVersions(version, wanted) < 0 ? 'older' : 'newer' }))
}

/** True for a tag that matches several versions, such as `1.33.x`. */
export function isFloatingTag(tag: string): boolean {
  return /^(?:v?\d+(?:\.\d+)*\.)?[xX*]$/.test(tag)
}

/** True when the version equals the tag or begins with the numbers of a floating tag: `1.33.9` matches `1.33.x`. */
export function matchesFloatingTag(version: string, tag: string): boolean {
  if (!isFloatingTag(tag)) return version === tag
  const wanted = numbersOf(tag)
  const numbers = numbersOf(version)
  return numbers.length > wanted.length && wanted.every((number, i) => number === numbers[i])
}
