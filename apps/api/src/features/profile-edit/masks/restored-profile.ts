import { MASK, type MaskedEdit } from '@waybill/layer-text'
import type { DocumentVariable, Problem } from '@waybill/profile-format'
import type { UseCase } from '../../../platform/use-case.ts'
import type { EditedLayer, EditedProfile } from '../edited-profile.ts'

/** A profile as a screen sent it back, as it was shown there with masks, and as it is stored. */
interface Restoring {
  sent: EditedProfile
  shown: EditedProfile
  stored: EditedProfile
}

/**
 * The profile with the stored value in place of every mask that the screen left untouched: in texts by layer, manifest
 * and path; elsewhere if the whole text came back as shown. A mask with nothing behind it stays, and the plan refuses
 * it.
 */
export async function restoredProfile({ tools }: UseCase<'workers'>, restoring: Restoring): Promise<EditedProfile> {
  const { sent, shown, stored } = restoring
  const texts = await restoredTexts(tools.workers, restoring)
  const labels = [...sent.labels].map(([key, value]) => {
    const own = storedKey(key, restoring)
    return [own, untouched(value, shown.labels.get(key), stored.labels.get(own))] as const
  })
  return {
    ...sent,
    description: untouched(sent.description, shown.description, stored.description),
    labels: new Map(labels),
    layers: sent.layers.map((layer, index) => withTexts(layer, texts[index])),
    variables: restoredVariables(restoring),
  }
}

/** In a text that is not YAML, masks are untouched only if the whole text is. */
const untouched = (sent: string, shown: string | undefined, stored: string | undefined): string =>
  sent.includes(MASK) && sent === shown ? (stored ?? sent) : sent

/** The true key of a label that is shown as a mask: both lists have the same length and order. */
function storedKey(key: string, { shown, stored }: Restoring): string {
  if (!key.includes(MASK) || stored.labels.has(key)) return key
  return [...stored.labels.keys()][[...shown.labels.keys()].indexOf(key)] ?? key
}

interface LayerTexts {
  values: string | undefined
  manifests: readonly string[]
}

async function restoredTexts(workers: UseCase<'workers'>['tools']['workers'], { sent, shown, stored }: Restoring) {
  const edits: MaskedEdit[] = []
  const later = (edit: MaskedEdit): (() => string) => {
    if (!edit.sent.includes(MASK)) return () => edit.sent
    const at = edits.push(edit) - 1
    return () => restored[at] ?? edit.sent
  }
  const layers = sent.layers.map((layer) => {
    const [before, own] = [shown, stored].map(({ layers }) => layers.find(({ name }) => name === layer.name))
    const values = layer.values === undefined ? undefined : later(editOf(layer.values, before?.values, own?.values))
    const manifests = layer.manifests.map((manifest) =>
      later(editOf(manifest.content, contentOf(before, manifest), contentOf(own, manifest))),
    )
    return { values, manifests }
  })
  const restored = edits.length === 0 ? [] : await workers.run('restoreTexts', edits)
  return layers.map(({ values, manifests }): LayerTexts => ({
    values: values?.(),
    manifests: manifests.map((text) => text()),
  }))
}

const editOf = (sent: string, shown = '', stored = ''): MaskedEdit => ({ sent, shown, stored })

/** A renamed manifest is found by its uid; one sent without a uid by its name. */
function contentOf(layer: EditedLayer | undefined, { uid, name }: EditedLayer['manifests'][number]) {
  const manifests = layer?.manifests ?? []
  return (manifests.find((each) => uid !== '' && each.uid === uid) ?? manifests.find((each) => each.name === name))
    ?.content
}

const withTexts = (layer: EditedLayer, texts: LayerTexts | undefined): EditedLayer => ({
  ...layer,
  ...(texts?.values !== undefined && { values: texts.values }),
  manifests: layer.manifests.map((manifest, at) => ({
    ...manifest,
    content: texts?.manifests[at] ?? manifest.content,
  })),
})

function restoredVariables({ sent, shown, stored }: Restoring): DocumentVariable[] {
  const named = ({ variables }: EditedProfile, wanted: string) => variables.find(({ name }) => name === wanted)
  return sent.variables.map((variable) => {
    const [before, own] = [named(shown, variable.name), named(stored, variable.name)]
    const field = (name: 'displayName' | 'description' | 'defaultValue' | 'regex') =>
      untouched(variable[name], before?.[name], own?.[name])
    const options = variable.options.map((option, at) => ({
      ...option,
      value: untouched(option.value, before?.options[at]?.value, own?.options[at]?.value),
      label: untouched(option.label, before?.options[at]?.label, own?.options[at]?.label),
      description: untouched(option.description, before?.options[at]?.description, own?.options[at]?.description),
    }))
    return {
      ...variable,
      displayName: field('displayName'),
      description: field('description'),
      defaultValue: field('defaultValue'),
      regex: field('regex'),
      options,
    }
  })
}

/** Masks left in a changed description: it is refused, because the values behind them would be lost. */
export function lostInDescription({ description }: EditedProfile, shown: EditedProfile): Problem[] {
  if (!description.includes(MASK) || !shown.description.includes(MASK)) return []
  const params = { name: 'description', place: 'description' }
  return [{ code: 'MaskedValues', severity: 'error', path: 'metadata.description', params }]
}
