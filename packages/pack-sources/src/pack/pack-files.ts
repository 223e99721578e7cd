import { createHash } from 'node:crypto'
import { LIMITS, LAYERS } from '@waybill/profile-format'
import { z } from 'zod'

const TEXT_FILES = ['values.yaml', 'schema.yaml', 'presets.yaml', 'README.md'] as const
/** The files that are read from a pack; charts and other files are not. */
export const PACK_FILES = ['pack.json', ...TEXT_FILES] as const
export type PackFileName = (typeof PACK_FILES)[number]
/** The contents of a pack's files, as far as they exist. */
export type PackFiles = Readonly<Partial<Record<PackFileName, Uint8Array>>>

/** Whether a file with this name is read from a pack's folder. */
export const isPackFile = (name: string): name is PackFileName => PACK_FILES.some((file) => file === name)

/**
 * Why a pack is skipped. A closed list, so that reports never quote the pack. Texts:
 * api-contract/src/registries/sync-faults.ts.
 */
export const PACK_FAULTS = [
  'missing-pack-json',
  'file-too-large',
  'not-utf8',
  'invalid-character',
  'malformed-json',
  'invalid-pack-json',
  'unsafe-entry', // one of its files is a link, a device, or has a path that leads out of the archive or folder
  'version-mismatch', // the tag in an OCI registry differs from the pack's version
  'duplicate-file', // an archive that contains one of the pack's files twice
  'invalid-chart', // an entry of a Helm index without a usable name, version or URL
  'invalid-version', // a chart version that is not SemVer
  'duplicate', // the same name and version occurred earlier in the same registry; the first one counts
] as const
export type PackFault = (typeof PACK_FAULTS)[number]

/** One version of a pack, as in its folder. Texts are byte for byte; `annotations` and `constraints` are JSON. */
export interface Pack {
  name: string
  displayName: string
  version: string
  layer: (typeof LAYERS)[number]
  cloudTypes: string[]
  addonType: string
  addonSubType: string
  group: string
  annotations: string
  constraints: string
  /** For charts; empty for packs. */
  description: string
  /** yyyy-MM-dd; empty when absent. */
  eol: string
  values: string
  schema: string
  presets: string
  readme: string
  valuesDigest: string
  /** sha256 over every file read, so that an unchanged pack is not written again. */
  digest: string
}

/** What is wrong with a pack and in which file; with name and version if pack.json could be read. */
export interface PackFailure {
  fault: PackFault
  file: string
  name?: string
  version?: string
}

/** A pack, or its failure. */
export type ParsedPack = { pack: Pack } | PackFailure

const name = z.string().min(1).max(LIMITS.nameCharacters)
const word = z.string().max(LIMITS.nameCharacters).nullish()
const scalar = z.union([z.string().max(4_096), z.number(), z.boolean()]).transform(String)
const dependency = z.object({ packName: word, layer: word, type: word, minVersion: word, maxVersion: word })
const resource = z.object({
  type: word,
  minLimit: z.number().nullish(),
  components: z
    .array(z.record(z.string().max(253), scalar))
    .max(200)
    .nullish(),
})

/** The fields of pack.json that are used. */
const packJsonSchema = z.object({
  name,
  displayName: word,
  version: z.string().min(1).max(128),
  layer: z.enum(LAYERS),
  cloudTypes: z.array(name).max(100).nullish(),
  addonType: word,
  addonSubType: word,
  group: word,
  eol: word,
  annotations: z.record(z.string().max(253), scalar).nullish(),
  constraints: z
    .object({ dependencies: z.array(dependency).max(200).nullish(), resources: z.array(resource).max(200).nullish() })
    .nullish(),
})
type PackJson = z.infer<typeof packJsonSchema>

/** Parses a pack's files, whether they come from a folder or from an archive. */
export function parsePack(files: PackFiles): ParsedPack {
  const packJson = readPackJson(files['pack.json'])
  if ('fault' in packJson) return { ...packJson, file: 'pack.json' }
  const texts: Texts = {}
  for (const file of TEXT_FILES) {
    const bytes = files[file]
    if (!bytes) continue
    const text = readText(bytes)
    if (typeof text !== 'string') {
      return { ...text, file, name: packJson.data.name, version: packJson.data.version }
    }
    texts[file] = text
  }
  return { pack: assemble(packJson.data, { texts, digest: digestOf(files) }) }
}

/** A failure with the pack's name and version, if its pack.json can be read. */
export function failPack(failure: { fault: PackFault; file: string }, packJson: Uint8Array | undefined): PackFailure {
  const read = readPackJson(packJson)
  return 'fault' in read ? failure : { ...failure, name: read.data.name, version: read.data.version }
}

/** Decodes a text as it will be stored: UTF-8, byte for byte, without NUL. */
export function readText(bytes: Uint8Array): string | { fault: PackFault } {
  if (bytes.byteLength > LIMITS.textBytes) return { fault: 'file-too-large' }
  if (bytes.includes(0)) return { fault: 'invalid-character' }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { fault: 'not-utf8' }
  }
}

function readPackJson(bytes: Uint8Array | undefined): { data: PackJson } | { fault: PackFault } {
  if (bytes === undefined) return { fault: 'missing-pack-json' }
  const text = readText(bytes)
  if (typeof text !== 'string') return text
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (json === undefined) return { fault: 'malformed-json' }
  const parsed = packJsonSchema.safeParse(json)
  if (!parsed.success) return { fault: 'invalid-pack-json' }
  return isStorable(parsed.data) ? { data: parsed.data } : { fault: 'invalid-character' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // reported as a fault: the parser's message may quote the file
  }
}

/** PostgreSQL texts can contain neither NUL nor lone surrogates. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorable(item))
}

type Texts = Partial<Record<(typeof TEXT_FILES)[number], string>>

interface Read {
  texts: Texts
  digest: string
}

function assemble(packJson: PackJson, { texts, digest }: Read): Pack {
  const values = texts['values.yaml'] ?? ''
  return {
    name: packJson.name,
    displayName: packJson.displayName || packJson.name,
    version: packJson.version,
    layer: packJson.layer,
    cloudTypes: packJson.cloudTypes ?? [],
    addonType: packJson.addonType ?? '',
    addonSubType: packJson.addonSubType ?? '',
    group: packJson.group ?? '',
    annotations: JSON.stringify(packJson.annotations ?? {}),
    constraints: JSON.stringify(packJson.constraints ?? {}),
    description: '',
    eol: packJson.eol ?? '',
    values,
    schema: texts['schema.yaml'] ?? '',
    presets: texts['presets.yaml'] ?? '',
    readme: texts['README.md'] ?? '',
    valuesDigest: createHash('sha256').update(values).digest('hex'),
    digest,
  }
}

/** Lengths are included, so that moving bytes from one file to the next changes the digest. */
function digestOf(files: PackFiles): string {
  const hash = createHash('sha256')
  for (const file of PACK_FILES) {
    const bytes = files[file]
    hash.update(`${file}\0${bytes?.byteLength ?? -1}\0`)
    if (bytes) hash.update(bytes)
  }
  return hash.digest('hex')
}
