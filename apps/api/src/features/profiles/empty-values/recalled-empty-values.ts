import { MASK } from '@waybill/layer-text'
import type { EmptyValue } from '@waybill/profile-format'

/** A place as the record of an import has it: neither the manifest nor the text around the mask stands there. */
interface RecordedMask {
  layerName: string
  path: string
}

interface Texts {
  packs: readonly { name: string; manifests: readonly { name: string }[] }[]
}

/** Everywhere in a profile where what an import of before left empty may be: whole values, in the layer's values or one of its manifests. */
export function possibleEmptyValues({ packs }: Texts, masks: readonly RecordedMask[]): EmptyValue[] {
  return masks.flatMap(({ layerName, path }) => {
    const place = (manifest: string) => ({ layerName, manifest, path, template: MASK, part: 0, line: 0 })
    const manifests = packs.find(({ name }) => name === layerName)?.manifests ?? []
    return [place(''), ...manifests.map(({ name }) => place(name))]
  })
}

/** Those that were found in one text alone: which of several was meant, nobody knows any more. */
export function certainEmptyValues(found: readonly EmptyValue[]): EmptyValue[] {
  const byPlace = Map.groupBy(found, ({ layerName, path }) => JSON.stringify([layerName, path]))
  return [...byPlace.values()].flatMap((values) => (values.length === 1 ? values : []))
}
