import type { TextInspection } from '@waybill/secret-finder'
import { manifestId, maskDocument, valuesId, listSecrets, shownLabels } from '@waybill/profile-format'
import { currentLayers } from './current-layers.ts'
import { documentOf, layersOf, mainStage } from './stored-document.ts'
import type { Stage, StoredLayer, StoredProfile } from './stored-profile.ts'

/** The profile as shown to screens and to callers who may not change it: every secret is masked, suspected ones too. */
export function maskProfile(profile: StoredProfile): StoredProfile {
  const draft = maskStage(profile, 'draft')
  const published = maskStage(profile, 'published')
  const { description, labels, variables } = mainStage(profile) === 'draft' ? draft : published
  return { ...profile, description, labels, variables, layers: [...draft.layers, ...published.layers] }
}

/** Whether `maskProfile` would mask anything that a change of the profile starts from. */
export function hasSecrets(profile: StoredProfile): boolean {
  const layers = currentLayers(profile)
  return listSecrets(documentOf({ ...profile, layers }), inspectionsOf(layers)).length > 0
}

/** The document that an export is made of, with true values and the inspections of its texts. */
export const inspectedDocument = (profile: StoredProfile) => ({
  document: documentOf(profile),
  inspections: inspectionsOf(layersOf(profile, mainStage(profile))),
})

/** By the ids that maskDocument expects for the document of these layers. */
function inspectionsOf(layers: readonly Pick<StoredLayer, 'inspection' | 'manifests'>[]): Map<string, TextInspection> {
  return new Map(
    layers.flatMap(({ inspection, manifests }, index) => [
      [valuesId(index), inspection] as const,
      ...manifests.map((manifest, at) => [manifestId(index, at), manifest.inspection] as const),
    ]),
  )
}

function maskStage(profile: StoredProfile, stage: Stage): StoredProfile {
  const layers = layersOf(profile, stage)
  const request = { document: documentOf({ ...profile, layers }), inspections: inspectionsOf(layers) }
  const { document } = maskDocument({ ...request, suspected: 'mask' })
  return {
    ...profile,
    description: document.description,
    labels: shownLabels(document.labels),
    variables: document.variables,
    layers: layers.map((layer, index) => withTexts(layer, document.packs[index])),
  }
}

interface MaskedTexts {
  values?: string
  manifests: readonly { content: string }[]
}

function withTexts(layer: StoredLayer, masked: MaskedTexts | undefined): StoredLayer {
  if (!masked) throw new Error('a layer was lost while masking')
  const manifests = layer.manifests.map((manifest, at) => ({
    ...manifest,
    content: masked.manifests[at]?.content ?? '',
  }))
  return { ...layer, ...(masked.values !== undefined && { values: masked.values }), manifests }
}
