import { BARE_TAG } from '@waybill/profile-format'
import type { PackRefBody, ProfileBody, VariableBody } from '@waybill/api-contract'
import { type LayerContent, type LayerFacts, layerTexts, STACK } from './stack-texts.ts'
import type { Texts } from './texts.ts'
import { variableTexts } from './variable-texts.ts'

export const INFO = {
  name: 'info.name',
  version: 'info.version',
  description: 'info.description',
  labels: 'info.labels',
  type: 'info.type',
  cloudType: 'info.cloudType',
  /** The type selected in the form before it is confirmed, which decides what the builder shows. */
  wantedType: 'info.wantedType',
} as const

/** A layer as stored: in the draft, or in the published version if there is no draft. */
export interface OpenedLayer extends PackRefBody {
  manifestTexts: readonly { uid: string; name: string; content: string }[]
}

/** The base of a change. */
export interface OpenedProfile {
  profile: ProfileBody
  etag: string
  layers: readonly OpenedLayer[]
  variables: readonly VariableBody[]
}

/** The base of a new profile. */
export const NO_TEXTS: Texts = {
  ...Object.fromEntries(Object.values(INFO).map((key) => [key, ''])),
  [INFO.version]: '1.0.0',
  [STACK]: '[]',
}

export function textsOf({ profile: { metadata, spec }, layers, variables }: OpenedProfile): Texts {
  const template = spec.draft ?? spec.published
  return {
    ...NO_TEXTS,
    [INFO.name]: metadata.name,
    [INFO.version]: spec.version,
    [INFO.type]: template?.type ?? '',
    [INFO.cloudType]: template?.cloudType ?? '',
    [INFO.description]: metadata.annotations['description'] ?? '',
    [INFO.labels]: writeLabels(metadata.labels),
    [STACK]: JSON.stringify(layers.map(({ name }) => name)),
    ...Object.assign({}, ...layers.map(textsOfLayer)),
    ...variableTexts(variables),
  }
}

function textsOfLayer(opened: OpenedLayer): Texts {
  const { facts, content } = partsOfLayer(opened)
  return layerTexts(facts, content)
}

/** A stored layer split into its facts and its texts. */
export function partsOfLayer(opened: OpenedLayer): { facts: LayerFacts; content: LayerContent } {
  const { name, layer, type, packUid, registryUid, registryName, tag, version, isInvalid, inValidReason } = opened
  const facts = { name, layer, type, packUid, registryUid, registryName, tag, version, isInvalid, inValidReason }
  const { values, manifestTexts } = opened
  return { facts, content: { values: values !== '' || type !== 'manifest' ? values : null, manifests: manifestTexts } }
}

/** One label per line: `team: web`, or a bare tag. */
function writeLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => (value === BARE_TAG ? key : `${key}: ${value}`))
    .join('\n')
}

export function readLabels(text: string): Record<string, string> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':')
      return at < 0 ? [line, BARE_TAG] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
