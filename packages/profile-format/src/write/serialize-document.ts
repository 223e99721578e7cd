import type { DocumentPack, DocumentVariable, ProfileDocument, RegistryReference } from '../document/document.ts'
import { encodeJson, type JsonValue, type PlainJson } from './encode-json.ts'
import { encodeYaml } from './encode-yaml.ts'

/** The format to write a document in. */
export interface SerializeOptions {
  format: 'json' | 'yaml'
  /** JSON only: two spaces of indentation and a final newline. Palette writes one line without a newline. */
  pretty: boolean
}

/**
 * Writes a document as a file. Compact JSON is byte for byte what Palette writes: its key order, Go's escapes, sorted
 * labels, `manifests` only when there are some, `tag`, `values` and registry fields only when the document has them.
 * `variables` is always written, as Palette has done since 2026; older files lack it. Reading the result gives back the
 * document.
 */
export function serializeDocument(document: ProfileDocument, { format, pretty }: SerializeOptions): string {
  const value = documentValue(document)
  return format === 'yaml' ? encodeYaml(value) : encodeJson(value, pretty)
}

function documentValue({
  name,
  description,
  labels,
  version,
  type,
  cloudType,
  ...content
}: ProfileDocument): JsonValue {
  const packs = content.packs.map(packValue)
  const metadata = new Map<string, JsonValue>([
    ['name', name],
    ['description', description],
    ['labels', sortedLabels(labels)],
  ])
  const spec = { version, template: { type, cloudType, packs }, variables: content.variables.map(variableValue) }
  return new Map<string, JsonValue>([
    ['metadata', metadata],
    ['spec', spec],
  ])
}

/** Go sorts the keys of maps by their bytes, which is the order of code points. */
function sortedLabels(labels: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...labels].toSorted(([a], [b]) => compareCodePoints(a, b)))
}

// UTF-16 order equals code point order except for surrogates, which must sort after U+E000–U+FFFF.
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

function packValue({ name, type, layer, version, tag, values, manifests, registry }: DocumentPack): PlainJson {
  return {
    name,
    type,
    layer,
    version,
    tag,
    values,
    registry: { metadata: registryValue(registry) },
    manifests: manifests.length === 0 ? undefined : manifests.map((m) => ({ name: m.name, content: m.content })),
  }
}

const registryValue = ({
  uid,
  name,
  kind,
  isPrivate,
  providerType,
  isSyncSupported,
}: RegistryReference): PlainJson => ({
  uid,
  name,
  kind,
  isPrivate,
  providerType,
  isSyncSupported,
})

const orAbsent = (text: string) => (text === '' ? undefined : text)

function variableValue(variable: DocumentVariable): PlainJson {
  const { options } = variable
  return {
    name: variable.name,
    displayName: variable.displayName,
    description: orAbsent(variable.description),
    format: variable.format,
    inputType: variable.inputType,
    options: options.length === 0 ? undefined : options.map((option) => ({ ...option })),
    defaultValue: variable.defaultValue,
    regex: orAbsent(variable.regex),
    required: variable.required,
    hidden: variable.hidden,
    immutable: variable.immutable,
    isSensitive: variable.isSensitive,
  }
}
