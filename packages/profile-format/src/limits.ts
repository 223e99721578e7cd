import { YAML_LIMITS } from '@waybill/layer-text'

/**
 * Every limit on what is read, in one place; each is named in the problem that it causes. Bytes are UTF-8. What export can write,
 * import takes.
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
}

const MEBIBYTE = 1024 * 1024

/** What an installation may set: the name of its setting, and the bounds that hold whatever is set. */
export const LIMIT_SETTINGS = {
  textBytes: { setting: 'MAX_TEXT_BYTES', least: 64 * 1024, most: 16 * MEBIBYTE },
  fileBytes: { setting: 'MAX_FILE_BYTES', least: MEBIBYTE, most: 64 * MEBIBYTE },
} as const satisfies Partial<Record<keyof typeof LIMITS, { setting: string; least: number; most: number }>>

/** The limits that an installation set. */
export type InstalledLimits = Pick<typeof LIMITS, keyof typeof LIMIT_SETTINGS>

/** What holds in this process: to hand on to a thread, which starts with the defaults. */
export function installedLimits(): InstalledLimits {
  const { textBytes, fileBytes } = LIMITS
  return { textBytes, fileBytes }
}

/** Sets the limits of this process or thread, once and before anything is read. */
export function installLimits(limits: InstalledLimits): void {
  Object.assign(LIMITS, limits)
  YAML_LIMITS.textBytes = limits.textBytes
}
