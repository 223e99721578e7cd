import { stillEmpty } from '@waybill/layer-text'
import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import type { EmptyValue } from './empty-value.ts'

type Texts = { packs: readonly Pick<DocumentPack, 'name' | 'values' | 'manifests'>[] }

/**
 * Returns those of the given values that the profile still lacks, in the order of its layers. Reads each text at most
 * once.
 */
export function stillEmptyValues(
  { packs, variables }: Texts & Pick<ProfileDocument, 'variables'>,
  values: readonly EmptyValue[],
): EmptyValue[] {
  if (values.length === 0) return []
  const byText = Map.groupBy(values, ({ layerName, manifest }) => JSON.stringify([layerName, manifest]))
  const open = (layerName: string, manifest: string, text: string) =>
    stillEmpty(text, byText.get(JSON.stringify([layerName, manifest])) ?? [])
  return [
    ...packs.flatMap((pack) => [
      ...open(pack.name, '', pack.values ?? ''),
      ...pack.manifests.flatMap(({ name, content }) => open(pack.name, name, content)),
    ]),
    ...variables.flatMap(({ name, defaultValue }) =>
      defaultValue === '' ? (byText.get('["",""]') ?? []).filter(({ path }) => path === name) : [],
    ),
  ]
}
