import type { DocumentPack } from './document.ts'

/** One YAML text of a document: the values or a manifest of a layer. */
export interface DocumentText {
  /** Stable for the document: `packs[1].values`, `packs[3].manifests[0]`. */
  id: string
  /** The path that problems in this text carry: `spec.template.packs[1].values`. */
  path: string
  kind: 'values' | 'manifest'
  packIndex: number
  layerName: string
  /** Name of the manifest; absent for values. */
  manifest?: string
  text: string
}

/** All YAML texts of the layers, in document order. A layer without values contributes only its manifests. */
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

/** Returns copies of the packs with every text replaced by the result of `change`. */
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

/** The id of a pack's values. */
export function valuesId(packIndex: number): string {
  return `packs[${packIndex}].values`
}

/** The id of a pack's manifest. */
export function manifestId(packIndex: number, index: number): string {
  return `packs[${packIndex}].manifests[${index}]`
}
