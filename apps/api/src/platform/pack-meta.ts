import { parsePackSchema } from '@waybill/profile-format'
import { parse } from 'yaml'
import { z } from 'zod'

export interface PackTexts {
  /** Raw schema.yaml and presets.yaml; empty without one. */
  schema: string
  presets: string
}

const text = z.unknown().transform((value) => (typeof value === 'string' ? value : ''))
const presetSchema = z.object({
  name: z.string(),
  displayName: text,
  group: text,
  remove: z.array(z.string()).catch([]),
  add: text,
})
const presetsSchema = z.object({ presets: z.array(z.unknown()) })

/** What the contract lists of a pack beside its values. A preset that is not one is left out, as is a file that is no YAML. */
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
    return parse(source, { logLevel: 'silent' })
  } catch {
    return undefined // a pack's broken file is no reason to hide the profile
  }
}
