import { YAML_LIMITS } from '@waybill/layer-text'

/**
 * Every limit on what is read, in one place. A problem caused by a limit names it. Bytes are UTF-8 bytes. The limits
 * are wide enough that everything an export writes can be imported.
 */
export const LIMITS = {
  ...YAML_LIMITS,
  fileBytes: 16 * 1024 * 1024,
  packs: 1_000,
  manifestsPerPack: 200,
  variables: 200,
  variableOptions: 200,
  labels: 200,
  listItems: 10_000,
  /** Values of any kind in one file. */
  nodes: 1_000_000,
  nameCharacters: 253,
  descriptionCharacters: 16_384,
  regexCharacters: 512,
  regexSubjectCharacters: 1_024,
  /** Problems in one answer: more than anyone reads, yet few enough that a hostile file cannot inflate the response. */
  problems: 1_000,
}

const MEBIBYTE = 1024 * 1024

/** The limits an installation can change: the name of the setting and the bounds it must stay within. */
export const LIMIT_SETTINGS = {
  textBytes: { setting: 'MAX_TEXT_BYTES', least: 64 * 1024, most: 16 * MEBIBYTE },
  fileBytes: { setting: 'MAX_FILE_BYTES', least: MEBIBYTE, most: 64 * MEBIBYTE },
} as const satisfies Partial<Record<keyof typeof LIMITS, { setting: string; least: number; most: number }>>

/** The values of the limits that an installation can change. */
export type InstalledLimits = Pick<typeof LIMITS, keyof typeof LIMIT_SETTINGS>

/** The limits in force in this process, to pass to a worker thread, which would otherwise start with the defaults. */
export function installedLimits(): InstalledLimits {
  const { textBytes, fileBytes } = LIMITS
  return { textBytes, fileBytes }
}

/** Sets the limits of this process or thread, once and before anything is read. */
export function installLimits(limits: InstalledLimits): void {
  Object.assign(LIMITS, limits)
  YAML_LIMITS.textBytes = limits.textBytes
}
