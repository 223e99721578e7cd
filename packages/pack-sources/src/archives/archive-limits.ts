/** The limits of an archive. Exceeding one stops reading it; nothing is ever unpacked to disk. */
export interface ArchiveLimits {
  /** All of its contents, read or skipped. */
  unpackedBytes: number
  entries: number
  /** Files held in memory at one time. */
  heldBytes: number
}

const MEBIBYTE = 1024 * 1024

/** The number of folders above a file, in any archive. */
export const MAX_DEPTH = 32
/** The ratio of unpacked to packed bytes; it reaches 10 for the texts of packs. */
export const MAX_RATIO = 100
/** Bytes unpacked before the ratio is checked: a small archive of padding is not a bomb. */
export const RATIO_FREE_BYTES = MEBIBYTE

/** For an archive of one pack. */
export const PACK_ARCHIVE_LIMITS: ArchiveLimits = {
  unpackedBytes: 256 * MEBIBYTE,
  entries: 10_000,
  heldBytes: 16 * MEBIBYTE,
}

/** For an archive of a whole pack repository. */
export const REPOSITORY_ARCHIVE_LIMITS: ArchiveLimits = {
  unpackedBytes: 4_096 * MEBIBYTE,
  entries: 200_000,
  heldBytes: 64 * MEBIBYTE,
}

/** Helm itself unpacks no more than 100 MiB. */
export const CHART_ARCHIVE_LIMITS: ArchiveLimits = {
  unpackedBytes: 100 * MEBIBYTE,
  entries: 10_000,
  heldBytes: 16 * MEBIBYTE,
}

/** The size of a packed chart, which is downloaded into memory as a whole. */
export const MAX_CHART_BYTES = 20 * MEBIBYTE
