import { parsePackSchema } from '@waybill/profile-format'
import { load } from 'js-yaml'
import { z } from 'zod'

export interface PackTexts {
  /** Raw schema.yaml and presets.yaml; empty if the pack has none. */
  schema: string
  presets: string
}

/** Duplicate keys are tolerated. */
const LIMITS = { json: true, maxDepth: 32, maxAliases: 100 }

const text = z.unknown().transform((value) => (typeof value === 'string' ? value : ''))
const presetSchema = z.object({
  name: z.string(),
  displayName: text,
  group: text,
  remove: z.array(z.string()).catch([]),
  add: text,
})
const presetsSchema = z.object({ presets: z.array(z.unknown()) })

/**
 * The parts of a pack that the contract lists beside its values. Invalid presets are left out, and so is a file that is
 * not YAML.
 */
export function readPackMeta(packs: readonly PackTexts[]) {
  return packs.map(({ schema, presets }) => ({ schema: readSchema(schema), presets: readPresets(presets) }))
}

export type PackMeta = ReturnType<typeof readPackMeta>[number]

const readSchema = (schema: string) =>
  (schema === '' ? [] : parsePackSchema(schema)).map((entry) => ({
    name: entry.path,
    type: entry.type,
    format: entry.format,
    regex: entry.regex ?? '',
    hints: entry.hints,
    listOptions: entry.listOptions,
    required: entry.required,
    readonly: entry.readonly,
  }))

function readPresets(presets: string) {
  const parsed = presetsSchema.safeParse(parseYaml(presets))
  if (!parsed.success) return []
  return parsed.data.presets.flatMap((preset) => presetSchema.safeParse(preset).data ?? [])
}

function parseYaml(source: string): unknown {
  try {
    return load(source, LIMITS)
  } catch {
    return undefined // a pack's broken file is no reason to hide the profile
  }
}
