import type { DocumentPack, DocumentVariable, ProfileDocument, RegistryReference } from '../document/document.ts'
import { encodeJson, type JsonValue } from './encode-json.ts'
import { encodeYaml } from './encode-yaml.ts'

/** How a document is written. */
export interface SerializeOptions {
  format: 'json' | 'yaml'
  /** JSON only: two spaces of indentation and a final newline. Palette's own form is one line without. */
  pretty: boolean
}

/**
 * A document as a file. Compact JSON is byte for byte what Palette writes (contract §b): its key order, Go's escapes, labels
 * sorted, `manifests` only where there are some, `tag`, `values` and registry fields only where they were given. `variables` is
 * always written, as Palette does since 2026; older files lack it. Reading the result gives the document back.
 */
export function serializeDocument(document: ProfileDocument, { format, pretty }: SerializeOptions): string {
  const value = documentValue(document)
  return format === 'yaml' ? encodeYaml(value) : encodeJson(value, pretty)
}

type Field = readonly [key: string, value: JsonValue | undefined]

function fields(...entries: readonly Field[]): JsonValue {
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])))
}

function documentValue(document: ProfileDocument): JsonValue {
  const { name, description, labels, version, type, cloudType, packs, variables } = document
  return fields(
    ['metadata', fields(['name', name], ['description', description], ['labels', sortedLabels(labels)])],
    [
      'spec',
      fields(
        ['version', version],
        ['template', fields(['type', type], ['cloudType', cloudType], ['packs', packs.map(packValue)])],
        ['variables', variables.map(variableValue)],
      ),
    ],
  )
}

/** Go writes maps sorted by the bytes of their keys, which is the order of code points. */
function sortedLabels(labels: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...labels].toSorted(([a], [b]) => compareCodePoints(a, b)))
}

// Code units order as code points do but for surrogates, which must come after U+E000–U+FFFF.
function compareCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left !== right)
      return (left & 0xf800) === 0xd800 || (right & 0xf800) === 0xd800 ? pairOrder(left, right) : left - right
  }
  return a.length - b.length
}

const pairOrder = (left: number, right: number) => rank(left) - rank(right)
const rank = (unit: number) => ((unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit)

function packValue({ name, type, layer, version, tag, values, manifests, registry }: DocumentPack): JsonValue {
  return fields(
    ['name', name],
    ['type', type],
    ['layer', layer],
    ['version', version],
    ['tag', tag],
    ['values', values],
    ['registry', fields(['metadata', registryValue(registry)])],
    [
      'manifests',
      manifests.length === 0 ? undefined : manifests.map((m) => fields(['name', m.name], ['content', m.content])),
    ],
  )
}

function registryValue({ uid, name, kind, isPrivate, providerType, isSyncSupported }: RegistryReference): JsonValue {
  return fields(
    ['uid', uid],
    ['name', name],
    ['kind', kind],
    ['isPrivate', isPrivate],
    ['providerType', providerType],
    ['isSyncSupported', isSyncSupported],
  )
}

const orAbsent = (text: string) => (text === '' ? undefined : text)

function variableValue(variable: DocumentVariable): JsonValue {
  const { options } = variable
  return fields(
    ['name', variable.name],
    ['displayName', variable.displayName],
    ['description', orAbsent(variable.description)],
    ['format', variable.format],
    ['inputType', variable.inputType],
    ['options', options.length === 0 ? undefined : options.map((option) => fields(...Object.entries(option)))],
    ['defaultValue', variable.defaultValue],
    ['regex', orAbsent(variable.regex)],
    ['required', variable.required],
    ['hidden', variable.hidden],
    ['immutable', variable.immutable],
    ['isSensitive', variable.isSensitive],
  )
}
