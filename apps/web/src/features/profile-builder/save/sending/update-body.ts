import type { PackInput, ProfileInput, ProfileUpdate } from '@waybill/api-contract'
import { changedKeys } from '../../state/builder-reducer.ts'
import { INFO, readLabels } from '../../state/builder-texts.ts'
import type { Changing, Texts } from '../../state/texts.ts'
import { isVariableKey, variablesIn } from '../../state/variable-texts.ts'
import { shapeOf } from '../../state/profile-shape.ts'
import { type DraftLayer, manifestKey, stackOf, valuesKey } from '../../state/stack-texts.ts'

const ofStack = (key: string) => /^(?:stack$|layer |values |manifest )/.test(key)
const ofInfo: ReadonlySet<string> = new Set(Object.values(INFO))

/** All changes as one request. Layers and variables are sent in full if one of them has changed, else left out. */
export function updateBody(changing: Changing): ProfileUpdate {
  const changed = changedKeys(changing)
  const { texts } = changing
  return {
    ...(changed.some((key) => ofInfo.has(key)) && { metadata: metadataOf(texts) }),
    spec: {
      version: texts[INFO.version],
      ...(changed.some(ofStack) && { template: { packs: packsOf(texts) } }),
      ...(changed.some(isVariableKey) && { variables: variablesIn(texts) }),
    },
  }
}

/** A new profile as one request. */
export const creationBody = (texts: Texts): ProfileInput => ({
  metadata: metadataOf(texts),
  spec: {
    version: texts[INFO.version],
    template: {
      type: shapeOf(texts)?.type,
      cloudType: texts[INFO.cloudType],
      packs: packsOf(texts),
    },
    variables: variablesIn(texts),
  },
})

const metadataOf = (texts: Texts) => ({
  name: texts[INFO.name] ?? '',
  annotations: { description: texts[INFO.description] ?? '' },
  labels: readLabels(texts[INFO.labels] ?? ''),
})

const packsOf = (texts: Texts): PackInput[] => stackOf(texts).map((layer) => packInputOf(layer, texts))

function packInputOf({ name, packUid, registryUid, tag, type, layer, manifests }: DraftLayer, texts: Texts): PackInput {
  return {
    name,
    uid: packUid,
    registryUid,
    tag,
    type,
    layer,
    values: texts[valuesKey(name)] ?? '',
    manifests: manifests.map((manifest) => ({ ...manifest, content: texts[manifestKey(name, manifest.name)] ?? '' })),
  }
}
