import fc from 'fast-check'
import {
  LAYERS,
  PACK_TYPES,
  PROFILE_TYPES,
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  type DocumentPack,
  type DocumentVariable,
  type ProfileDocument,
  type RegistryReference,
} from '../document/document.ts'

const UNSAFE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u
const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !UNSAFE.test(text))
const name = line.filter((text) => text.trim() !== '')
const packName = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const version = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)).map((parts) => parts.join('.'))

/**
 * Texts that are hard to write: indentation, trailing spaces, every line ending, quotes, things that look like other
 * types.
 */
const PIECES = [
  'a: b',
  '  ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '# note',
  '- x',
  '"',
  "'",
  '|',
  '>',
  '---',
  '...',
  '{{ .spectro.var.x }}',
  'é',
  '🙂',
]
const ODD = [
  '',
  'null',
  '~',
  'true',
  'no',
  '0x1f',
  '1.10',
  '12:30',
  '<<',
  '=',
  '\u0085',
  '\u2028',
  '\ufeff',
  '<&>',
  '\\',
  '\u007f',
  '%a',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...ODD), line), { maxLength: 8 })
  .map((parts) => parts.join(''))
const prose = text.map((value) => value.replace(/(?![\t\n\r])\p{Cc}/gu, ''))

const registry: fc.Arbitrary<RegistryReference> = fc.record(
  {
    uid: fc.stringMatching(/^[0-9a-f]{24}$/),
    name: line,
    kind: fc.constantFrom('pack', 'oci', 'helm', ''),
    isPrivate: fc.boolean(),
    providerType: fc.constantFrom('', 'pack', 'helm'),
    isSyncSupported: fc.boolean(),
  },
  { requiredKeys: [] },
)

const pack: fc.Arbitrary<DocumentPack> = fc.record(
  {
    name: packName,
    type: fc.constantFrom(...PACK_TYPES),
    layer: fc.constantFrom(...LAYERS),
    version,
    tag: line,
    values: text,
    manifests: fc.array(fc.record({ name, content: text }), { maxLength: 2 }),
    registry,
  },
  { requiredKeys: ['name', 'type', 'layer', 'version', 'manifests', 'registry'] },
)

const variable: fc.Arbitrary<DocumentVariable> = fc.record({
  name,
  displayName: line,
  description: prose,
  format: fc.constantFrom(...VARIABLE_FORMATS),
  inputType: fc.constantFrom(...VARIABLE_INPUT_TYPES),
  options: fc.array(fc.record({ value: text, label: line, description: prose, default: fc.boolean() }), {
    maxLength: 2,
  }),
  defaultValue: text,
  regex: text,
  required: fc.boolean(),
  hidden: fc.boolean(),
  immutable: fc.boolean(),
  isSensitive: fc.boolean(),
})

const labelKey = fc
  .oneof(line, fc.constantFrom('10', '9', 'constructor', 'toString', 'a.b'))
  .filter((key) => key !== '__proto__')

/** Documents of every shape that reading accepts. */
export const arbitraryDocument: fc.Arbitrary<ProfileDocument> = fc.record({
  name,
  description: prose,
  labels: fc.array(fc.tuple(labelKey, line), { maxLength: 4 }).map((entries) => new Map(entries)),
  version,
  type: fc.constantFrom(...PROFILE_TYPES),
  cloudType: fc.constantFrom('all', 'aws', 'edge-native', 'nutanix'),
  packs: fc.array(pack, { maxLength: 3 }),
  variables: fc.array(variable, { maxLength: 2 }),
})
