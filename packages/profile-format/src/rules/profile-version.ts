import semver from 'semver'

/** True for a strict SemVer version: `major.minor.patch`, optionally `-pre.release` and `+build`; no leading `v`. */
export function isSemVer(version: string): boolean {
  return /^\d/.test(version) && !/\s/.test(version) && semver.valid(version) !== null
}

/** A revision of a version: of a pack as Palette numbers them, or of a Kubernetes as Rancher does. */
const REVISION = /[-+](?:rev|rke2r)(\d{1,24})$/
const VERSION = /^v?(\d{1,24}(?:\.\d{1,24})*)(?:[._]?([^+]*))?/
const PRE_RELEASE = '1'
const RELEASE = '2'
// Behind the space and the end that follow a version without a revision.
const REVISED = 'r'
const END = '!'

// The letter carries the number of digits, so that texts sort as the numbers do.
const sortableNumber = (digits: string) => {
  const significant = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(64 + significant.length) + significant
}

const sortableIdentifier = (identifier: string) =>
  /^\d{1,24}$/.test(identifier) ? `3${sortableNumber(identifier)}` : `4${identifier}${END}`

/**
 * A text that sorts in binary order (PostgreSQL's collation `C`) as its version does in SemVer §11. Partial and odd versions get a
 * place too: missing parts count as zero, a leading `v` does not count, a suffix counts as a pre-release, what has no number comes
 * first. A revision (`-rev2`, `+rke2r1`) stands behind its version, by number. Versions that SemVer holds equal differ by their own
 * text. Keys are stored: whoever changes them changes those of the rows there are.
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
 * The sort keys around a version: a key below `before` belongs to an older version, one above `after` to a newer; between them lie
 * those that SemVer holds equal, such as `1.2` and `v1.2.0`.
 */
export function versionSortKeyRange(version: string): { before: string; after: string } {
  const key = versionSortKey(version)
  const ownText = key.length - version.length - 1
  if (key[ownText] !== ' ') return { before: key, after: key }
  const rank = key.slice(0, ownText)
  return { before: `${rank} `, after: `${rank}${END}` }
}

/** Orders any two versions, the older first, as their sort keys do; 0 only for equal texts. */
export function compareVersions(a: string, b: string): number {
  const [keyA, keyB] = [versionSortKey(a), versionSortKey(b)]
  if (keyA === keyB) return 0
  return keyA < keyB ? -1 : 1
}

/**
 * The version itself when it is free, else the lowest free one above it: next patch, or next pre-release of a pre-release, or next
 * revision of a revision.
 * A text that is no SemVer leads to one above the newest, or to `1.0.0`.
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

/** The numbers that a version begins with. */
function numbersOf(version: string): number[] {
  const core = /^v?(\d{1,15}(?:\.\d{1,15})*)/.exec(version)?.[1]
  return core === undefined ? [] : core.split('.').map(Number)
}

// How far down two versions agree, then how far apart they are where they part.
function distance(a: readonly number[], b: readonly number[]): { agree: number; apart: number } {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const apart = Math.abs((a[i] ?? 0) - (b[i] ?? 0))
    if (apart > 0) return { agree: i, apart }
  }
  return { agree: length, apart: 0 }
}

/** A version that is here, and on which side of the wanted one it lies. */
export interface NearVersion {
  version: string
  order: 'older' | 'newer'
}

/** The available versions, nearest to the wanted one first (same major and minor before all), the newer first where equally near. */
export function nearestVersions(wanted: string, available: Iterable<string>): NearVersion[] {
  const numbers = numbersOf(wanted)
  return [...new Set(available)]
    .filter((version) => version !== wanted)
    .map((version) => ({ version, ...distance(numbers, numbersOf(version)) }))
    .toSorted((a, b) => b.agree - a.agree || a.apart - b.apart || compareVersions(b.version, a.version))
    .map(({ version }) => ({ version, order: compareVersions(version, wanted) < 0 ? 'older' : 'newer' }))
}

/** True for a tag that stands for several versions, such as `1.33.x`. */
export function isFloatingTag(tag: string): boolean {
  return /^(?:v?\d+(?:\.\d+)*\.)?[xX*]$/.test(tag)
}

/** True when a version is the tag, or begins with the numbers of a floating one: `1.33.9` matches `1.33.x`. */
export function matchesFloatingTag(version: string, tag: string): boolean {
  if (!isFloatingTag(tag)) return version === tag
  const wanted = numbersOf(tag)
  const numbers = numbersOf(version)
  return numbers.length > wanted.length && wanted.every((number, i) => number === numbers[i])
}
