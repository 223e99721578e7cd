import { stillEmpty } from '@waybill/layer-text'
import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import type { EmptyValue } from './empty-value.ts'

type Texts = { packs: readonly Pick<DocumentPack, 'name' | 'values' | 'manifests'>[] }

/** Those of the values that a profile still lacks as it is now, in the order of its layers; each text is read once, if at all. */
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
