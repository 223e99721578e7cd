import type { EmptyFill } from '@waybill/layer-text'
import type { EmptyValue } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { findPackGrounds } from '../../profile-plan/index.ts'
import type { EditedLayer, EditedProfile } from '../edited-profile.ts'
import type { ProfileEdit } from '../profile-edit-service.ts'

/** An empty place, as a request names it, and the value to put there. */
export interface ValueToFill extends Pick<EmptyValue, 'layerName' | 'manifest' | 'path' | 'part'> {
  value: string
}

/**
 * Splices values into the empty places of texts and variables. @throws AppError ResourceNotFound for a place that is
 * not empty
 */
export const fillingEmptyValues =
  ({ db, tools }: UseCase<'workers'>, values: readonly ValueToFill[]): ProfileEdit =>
  async (current) => {
    const fills = values.map((value) => ({ ...emptyValueOf(current, value), value: value.value }))
    const texts = textsWith(current, fills)
    const packUids = texts.flatMap(({ packUid }) => (packUid === '' ? [] : [packUid]))
    const packs = await findPackGrounds(db, packUids)
    const filled = await tools.workers.run(
      'fillEmptyTexts',
      texts.map(({ text, fills: ofText, packUid }) => ({ text, fills: ofText, pack: packs.get(packUid) })),
    )
    const byText = new Map(texts.map(({ text, fills: [first] }, at) => [keyOf(first), filled[at] ?? text]))
    return {
      ...current,
      layers: current.layers.map((layer) => withTexts(layer, byText)),
      variables: current.variables.map((variable) => {
        const fill = fills.find(({ layerName, path }) => layerName === '' && path === variable.name)
        return fill === undefined ? variable : { ...variable, defaultValue: fill.value }
      }),
    }
  }

function emptyValueOf({ emptyValues }: EditedProfile, wanted: ValueToFill): EmptyValue {
  const found = emptyValues.find((value) => placeKey(value) === placeKey(wanted))
  if (!found) throw new AppError('ResourceNotFound')
  return found
}

type Fill = EmptyValue & EmptyFill

/** Each text that something is filled into, once. */
function textsWith({ layers }: EditedProfile, fills: readonly Fill[]) {
  const byText = Map.groupBy(fills, keyOf)
  const filled = (text: string, of: Pick<EmptyValue, 'layerName' | 'manifest'>, packUid: string) => {
    const ofText = byText.get(keyOf(of)) ?? []
    return ofText.length === 0 ? [] : [{ text, fills: ofText, packUid }]
  }
  return layers.flatMap(({ name: layerName, values = '', manifests, packUid }) => [
    ...filled(values, { layerName, manifest: '' }, packUid),
    ...manifests.flatMap(({ name: manifest, content }) => filled(content, { layerName, manifest }, '')),
  ])
}

const withTexts = (layer: EditedLayer, byText: ReadonlyMap<string, string>): EditedLayer => {
  const values = byText.get(keyOf({ layerName: layer.name, manifest: '' })) ?? layer.values
  return {
    ...layer,
    ...(values !== undefined && { values }),
    manifests: layer.manifests.map((manifest) => ({
      ...manifest,
      content: byText.get(keyOf({ layerName: layer.name, manifest: manifest.name })) ?? manifest.content,
    })),
  }
}

const keyOf = (text: Pick<EmptyValue, 'layerName' | 'manifest'> | undefined) =>
  JSON.stringify([text?.layerName, text?.manifest])

const placeKey = ({ layerName, manifest, path, part }: Omit<ValueToFill, 'value'>) =>
  JSON.stringify([layerName, manifest, path, part])
