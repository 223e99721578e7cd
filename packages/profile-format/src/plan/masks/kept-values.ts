import type { DocumentPack, DocumentVariable, ProfileDocument } from '../../document/document.ts'
import { keptFrom, MASK, treeOf, typedKindAt, type TypedKind, type YamlTree } from '@waybill/layer-text'
import type { FoundMask, MaskSite } from './mask-places.ts'

type TextSite = Extract<MaskSite, { kind: 'text' }>
type VariableSite = Exclude<MaskSite, TextSite>

/** The value at a place, and whether it is written as a number or a boolean. */
export interface KeptValue {
  value: string
  as?: TypedKind | undefined
}

/** Looks up the value at the place of a mask in the version to keep values from; undefined when it has none. */
export type KeptValues = (mask: FoundMask) => KeptValue | undefined

/**
 * Looks up masked places in the newest version here: by layer and manifest name and path, or by variable name. Each of
 * its texts is parsed at most once, when a place in it is first asked for.
 */
export function keptValuesOf(newest: ProfileDocument | null, document: ProfileDocument): KeptValues {
  if (newest === null) return () => undefined
  const packs = new Map(newest.packs.map((pack) => [pack.name, pack]))
  const variables = new Map(newest.variables.map((variable) => [variable.name, variable]))
  const trees = new Map<string, YamlTree | undefined>()
  const treeOnce = (text: string): YamlTree | undefined => {
    const tree = trees.has(text) ? trees.get(text) : treeOf(text)
    trees.set(text, tree)
    return tree
  }
  return ({ site, layerName }) => {
    if (site.kind === 'text') return fromText(site, keptText(packs.get(layerName), site), treeOnce)
    return fromVariable(site, variables.get(document.variables[site.variableIndex]?.name ?? ''))
  }
}

function keptText(kept: DocumentPack | undefined, { text }: TextSite): string | undefined {
  if (text.kind === 'values') return kept?.values
  return kept?.manifests.find(({ name }) => name === text.manifest)?.content
}

function fromText(
  { tree, place }: TextSite,
  text: string | undefined,
  treeOnce: (text: string) => YamlTree | undefined,
): KeptValue | undefined {
  if (text === undefined) return undefined
  // A mask without a path replaced a whole text that could not be parsed.
  if (place.path === '') return keepable(text)
  const other = treeOnce(text)
  if (!other) return undefined
  return keepable(keptFrom(tree, place, other), place.isPartial ? undefined : typedKindAt(other, place.path))
}

function fromVariable(site: VariableSite, variable: DocumentVariable | undefined): KeptValue | undefined {
  if (site.kind === 'option') return keepable(variable?.options[site.optionIndex]?.[site.field])
  return keepable(site.kind === 'default' ? variable?.defaultValue : variable?.regex)
}

/** An empty value is not worth keeping, and a mask is never a value. */
function keepable(value: string | undefined, as?: TypedKind): KeptValue | undefined {
  return value === undefined || value === '' || value.includes(MASK) ? undefined : { value, as }
}
