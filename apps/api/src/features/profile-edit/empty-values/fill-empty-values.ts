import type { EmptyFill } from '@waybill/layer-text'
import type { EmptyValue } from '@waybill/profile-format'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import type { EditedLayer, EditedProfile } from '../edited-profile.ts'
import type { ProfileEdit } from '../profile-edit-service.ts'

/** A place that is empty, as a request names it, and what is to stand there. */
export interface ValueToFill extends Pick<EmptyValue, 'layerName' | 'manifest' | 'path' | 'part'> {
  value: string
}

/** Splices values into the texts and variables where they are empty. @throws AppError ResourceNotFound for a place that is not. */
export function fillingEmptyValues(workers: UseCase<'workers'>['tools']['workers'], values: readonly ValueToFill[]) {
  const edit: ProfileEdit = async (current) => {
    const fills = values.map((value) => ({ ...emptyValueOf(current, value), value: value.value }))
    const texts = textsWith(current, fills)
    const filled = await workers.run('fillEmptyTexts', texts)
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
  return edit
}

function emptyValueOf({ emptyValues }: EditedProfile, wanted: ValueToFill): EmptyValue {
  const found = emptyValues.find((value) => placeKey(value) === placeKey(wanted))
  if (!found) throw new AppError('ResourceNotFound')
  return found
}

type Fill = EmptyValue & EmptyFill

/** Each text that something is filled in, once. */
function textsWith({ layers }: EditedProfile, fills: readonly Fill[]) {
  const byText = Map.groupBy(fills, keyOf)
  const filled = (layerName: string, manifest: string, text: string) => {
    const ofText = byText.get(keyOf({ layerName, manifest })) ?? []
    return ofText.length === 0 ? [] : [{ text, fills: ofText }]
  }
  return layers.flatMap((layer) => [
    ...filled(layer.name, '', layer.values ?? ''),
    ...layer.manifests.flatMap(({ name, content }) => filled(layer.name, name, content)),
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
