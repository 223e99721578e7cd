import type { DocumentPack } from './document.ts'

/** One YAML text of a document, with its names. */
export interface DocumentText {
  /** Stable for the document: `packs[1].values`, `packs[3].manifests[0]`. */
  id: string
  /** Where problems of it stand: `spec.template.packs[1].values`. */
  path: string
  kind: 'values' | 'manifest'
  packIndex: number
  layerName: string
  /** Name of the manifest; absent for values. */
  manifest?: string
  text: string
}

/** Every text of the layers, in document order; a layer without values has none. */
export function documentTexts({ packs }: { packs: readonly DocumentPack[] }): DocumentText[] {
  return packs.flatMap(({ name: layerName, values, manifests }, packIndex) => [
    ...(values === undefined ? [] : [valuesText({ packIndex, layerName, text: values })]),
    ...manifests.map(({ name: manifest, content: text }, index): DocumentText => {
      const id = manifestId(packIndex, index)
      return { id, path: `spec.template.${id}.content`, kind: 'manifest', packIndex, layerName, manifest, text }
    }),
  ])
}

function valuesText(named: Pick<DocumentText, 'packIndex' | 'layerName' | 'text'>): DocumentText {
  const id = valuesId(named.packIndex)
  return { id, path: `spec.template.${id}`, kind: 'values', ...named }
}

/** The packs with `change` made of each of their texts. */
export function changeTexts(
  packs: readonly DocumentPack[],
  change: (text: string, id: string) => string,
): DocumentPack[] {
  return packs.map((pack, packIndex) => ({
    ...pack,
    ...(pack.values === undefined ? {} : { values: change(pack.values, valuesId(packIndex)) }),
    manifests: pack.manifests.map((manifest, index) => ({
      ...manifest,
      content: change(manifest.content, manifestId(packIndex, index)),
    })),
  }))
}

/** Id of a pack's values. */
export function valuesId(packIndex: number): string {
  return `packs[${packIndex}].values`
}

/** Id of one manifest of a pack. */
export function manifestId(packIndex: number, index: number): string {
  return `packs[${packIndex}].manifests[${index}]`
}
