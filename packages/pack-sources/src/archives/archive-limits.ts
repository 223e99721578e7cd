/** What an archive may be. What is over a limit ends the reading of it: nothing is unpacked to disk. */
export interface ArchiveLimits {
  /** Of everything in it, read or passed over. */
  unpackedBytes: number
  entries: number
  /** Of files held at one moment. */
  heldBytes: number
}

const MEBIBYTE = 1024 * 1024

/** Folders above a file, in any archive. */
export const MAX_DEPTH = 32
/** Unpacked to packed bytes; texts of packs reach 10. */
export const MAX_RATIO = 100
/** What may come out before the ratio is looked at: a small archive of padding is no bomb. */
export const RATIO_FREE_BYTES = MEBIBYTE

/** For an archive of one pack. */
export const PACK_ARCHIVE_LIMITS: ArchiveLimits = {
  unpackedBytes: 256 * MEBIBYTE,
  entries: 10_000,
  heldBytes: 16 * MEBIBYTE,
}

/** For an archive of a whole repository of packs. */
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
