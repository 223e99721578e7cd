import { treeOf, typedKindAt, type TypedKind } from '@waybill/layer-text'
import { parsePackSchema } from '../../packs/schema/pack-schema.ts'
import type { PackCandidate, PlannedLayer } from '../import-plan.ts'
import type { FoundMask } from './mask-places.ts'
import { keysOf } from './mask-hints.ts'

/** What a pack says of its values: its `schema.yaml` and the values that it ships. */
export type PackGrounds = Pick<PackCandidate, 'schema' | 'defaults'>

const NO_PACK: PackGrounds = { schema: '', defaults: '' }

/** Whether the pack of a layer has a number or a switch at a masked place: by its schema, else by its own values. */
export function typedKindsOf(layers: readonly PlannedLayer[]): (mask: FoundMask) => TypedKind | undefined {
  const known = new Map<number, ReturnType<typeof kindsInPack>>()
  return ({ site, valuePath }) => {
    if (site.kind !== 'text' || site.text.kind === 'manifest' || site.place.isPartial) return undefined
    const index = site.text.packIndex
    const kindAt = known.get(index) ?? kindsInPack(layers[index]?.chosen ?? NO_PACK)
    known.set(index, kindAt)
    return kindAt(valuePath)
  }
}

/** Whether a pack has a number or a switch at a path of its values. */
export function kindsInPack({ schema, defaults }: PackGrounds): (path: string) => TypedKind | undefined {
  const bySchema = new Map(
    parsePackSchema(schema).flatMap(({ path, type }) =>
      type === 'number' || type === 'boolean' ? [[keysOf(path), type] as const] : [],
    ),
  )
  const tree = treeOf(defaults)
  return (path) => bySchema.get(keysOf(path)) ?? (tree && typedKindAt(tree, path))
}

/** Whether a value is read as it is written: numbers with zeros before them, or with more digits than are exact, are texts. */
export function isAsWritten(value: string): boolean {
  return /^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?)$/.test(value)
}
