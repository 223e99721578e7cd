import type { DocumentPack, ProfileDocument } from './document.ts'
import type { Limits } from './limits.ts'
import { MASK } from './mask.ts'
import type { FoundMask, MaskSite } from './plan-mask-places.ts'
import { nodePath } from './text-path.ts'
import { parseYaml } from './yaml-parse.ts'
import { scalarValue } from './yaml-scalar.ts'

/** What stands at the place of a mask in the version to keep from; undefined where that has nothing to keep. */
export type KeptValues = (mask: FoundMask) => string | undefined

/**
 * Looks masked places up in the newest version here: same layer and manifest name, same path; same variable name. Each of its
 * texts is parsed once, and only when a place of it is asked for.
 */
export function keptValuesOf(newest: ProfileDocument | null, document: ProfileDocument, limits: Limits): KeptValues {
  if (newest === null) return () => undefined
  const packs = new Map(newest.packs.map((pack) => [pack.name, pack]))
  const variables = new Map(newest.variables.map((variable) => [variable.name, variable]))
  const scalars = new Map<string, ReadonlyMap<string, string>>()
  return ({ site, layerName, valuePath }) => {
    if (site.kind === 'text') {
      if (site.place.isPartial) return undefined
      const text = textOf(packs.get(layerName), document, site)
      // A mask without a path stands for a whole text, which could not be parsed when it was masked.
      if (text === undefined || valuePath === '') return keepable(text)
      const byPath = scalars.get(text) ?? readScalars(text, limits)
      scalars.set(text, byPath)
      return keepable(byPath.get(valuePath))
    }
    const variable = variables.get(document.variables[site.variableIndex]?.name ?? '')
    return keepable(
      site.kind === 'default' ? variable?.defaultValue : variable?.options[site.optionIndex]?.[site.field],
    )
  }
}

function textOf(
  kept: DocumentPack | undefined,
  document: ProfileDocument,
  { text }: Extract<MaskSite, { kind: 'text' }>,
): string | undefined {
  if (text.manifestIndex === undefined) return kept?.values
  const name = document.packs[text.packIndex]?.manifests[text.manifestIndex]?.name
  return kept?.manifests.find((manifest) => manifest.name === name)?.content
}

function readScalars(text: string, limits: Limits): ReadonlyMap<string, string> {
  const parsed = parseYaml(text, limits)
  if (!('tree' in parsed)) return new Map()
  const { tree } = parsed
  return new Map(
    tree.scalars.flatMap((node) =>
      node.kind === 'scalar' && !node.parent.isKey ? [[nodePath(tree, node), scalarValue(text, node)] as const] : [],
    ),
  )
}

/** Nothing is kept where nothing stands, and a mask is never a value. */
function keepable(value: string | undefined): string | undefined {
  return value === undefined || value === '' || value.includes(MASK) ? undefined : value
}
