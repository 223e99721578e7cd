import { MASK } from '@waybill/layer-text'
import type { EmptyValue } from '@waybill/profile-format'

/** A masked place as the import's record has it: without the manifest and the text around the mask. */
interface RecordedMask {
  layerName: string
  path: string
}

interface Texts {
  packs: readonly { name: string; manifests: readonly { name: string }[] }[]
}

/**
 * Every place in a profile that such an import may have left empty: whole values, in the layer's values or one of its
 * manifests.
 */
export function possibleEmptyValues({ packs }: Texts, masks: readonly RecordedMask[]): EmptyValue[] {
  return masks.flatMap(({ layerName, path }) => {
    const place = (manifest: string) => ({ layerName, manifest, path, template: MASK, part: 0, line: 0 })
    const manifests = packs.find(({ name }) => name === layerName)?.manifests ?? []
    return [place(''), ...manifests.map(({ name }) => place(name))]
  })
}

/** Those found in one text only: which of several was meant can no longer be known. */
export function certainEmptyValues(found: readonly EmptyValue[]): EmptyValue[] {
  const byPlace = Map.groupBy(found, ({ layerName, path }) => JSON.stringify([layerName, path]))
  return [...byPlace.values()].flatMap((values) => (values.length === 1 ? values : []))
}
