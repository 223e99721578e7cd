import type { DocumentPack } from '../document/document.ts'

/** One YAML text of a document with its names: `path` for problems, `place` for masked places, `label` for people. */
export interface PlanText {
  packIndex: number
  /** Absent for the pack's values. */
  manifestIndex?: number
  path: string
  place: string
  layerName: string
  label: string
  text: string
}

/** Every text of the layers in document order; a layer without values has none. */
export function listTexts(packs: readonly Pick<DocumentPack, 'name' | 'values' | 'manifests'>[]): PlanText[] {
  return packs.flatMap((pack, packIndex) => [...valuesOf(pack, packIndex), ...manifestsOf(pack, packIndex)])
}

function valuesOf({ name, values }: Pick<DocumentPack, 'name' | 'values'>, packIndex: number): PlanText[] {
  if (values === undefined) return []
  const place = `packs[${packIndex}].values`
  return [{ packIndex, path: `spec.template.${place}`, place, layerName: name, label: name, text: values }]
}

function manifestsOf({ name, manifests }: Pick<DocumentPack, 'name' | 'manifests'>, packIndex: number): PlanText[] {
  return manifests.map((manifest, manifestIndex) => {
    const place = `packs[${packIndex}].manifests[${manifestIndex}]`
    return {
      packIndex,
      manifestIndex,
      path: `spec.template.${place}.content`,
      place,
      layerName: name,
      label: `${name} › ${manifest.name}`,
      text: manifest.content,
    }
  })
}
