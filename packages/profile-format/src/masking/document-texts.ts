import type { ProfileDocument } from '../document/document.ts'

/** One YAML text of a document. The id is stable for the document: `packs[1].values`, `packs[3].manifests[0]`. */
export interface DocumentText {
  id: string
  kind: 'values' | 'manifest'
  packIndex: number
  layerName: string
  /** Name of the manifest; absent for values. */
  manifest?: string
  text: string
}

/** Every text of a document, in its order. */
export function documentTexts(document: ProfileDocument): DocumentText[] {
  return document.packs.flatMap(({ name, values, manifests }, packIndex) => [
    ...(values === undefined
      ? []
      : [{ id: valuesId(packIndex), kind: 'values' as const, packIndex, layerName: name, text: values }]),
    ...manifests.map((manifest, index) => ({
      id: manifestId(packIndex, index),
      kind: 'manifest' as const,
      packIndex,
      layerName: name,
      manifest: manifest.name,
      text: manifest.content,
    })),
  ])
}

/** Id of a pack's values. */
export function valuesId(packIndex: number): string {
  return `packs[${packIndex}].values`
}

/** Id of one manifest of a pack. */
export function manifestId(packIndex: number, index: number): string {
  return `packs[${packIndex}].manifests[${index}]`
}
