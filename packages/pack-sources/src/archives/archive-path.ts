const MAX_SEGMENT = 255
const MAX_PATH = 1_024
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ODD = /[\0-\x1f\x7f\\]|^[A-Za-z]:/

/** Where an entry says that it belongs. */
export interface ArchivePath {
  /** Folders and the name, without `.`, `..` and what is empty. */
  segments: string[]
  /** False when it is absolute, climbs, or is written as no archiver writes it. */
  isSafe: boolean
}

/** Reads the path of an archive's entry as names alone: nothing here is ever a path on this machine. */
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

/** Of a path that is refused, so that its place can still be told. */
const printable = (segment: string): string => segment.replace(/[^\w.@+-]/g, '_').slice(0, MAX_SEGMENT)
