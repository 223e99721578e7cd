const MAX_SEGMENT = 255
const MAX_PATH = 1_024
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ODD = /[\0-\x1f\x7f\\]|^[A-Za-z]:/

/** The path of an entry inside its archive. */
export interface ArchivePath {
  /** The folders and the name, without `.`, `..` and empty segments. */
  segments: string[]
  /** False when it is absolute, climbs out of the archive, or has a form that no archiver writes. */
  isSafe: boolean
}

/** Splits the path of an entry into names; these are never used as a path on this machine. */
export function readArchivePath(path: string): ArchivePath {
  const named = path.slice(0, MAX_PATH).split('/')
  const segments = named.filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
  const isSafe =
    path.length <= MAX_PATH &&
    !path.startsWith('/') &&
    !ODD.test(path) &&
    path.isWellFormed() &&
    !named.includes('..') &&
    segments.every((segment) => segment.length <= MAX_SEGMENT)
  return { segments: isSafe ? segments : segments.map(printable), isSafe }
}

/** For a path that is refused, so that it can still be shown. */
const printable = (segment: string): string => segment.replace(/[^\w.@+-]/g, '_').slice(0, MAX_SEGMENT)
