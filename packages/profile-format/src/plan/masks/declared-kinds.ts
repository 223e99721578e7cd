import { treeOf, typedKindAt, type TypedKind } from '@waybill/layer-text'
import { parsePackSchema } from '../../packs/schema/pack-schema.ts'
import type { PackCandidate, PlannedLayer } from '../import-plan.ts'
import type { FoundMask } from './mask-places.ts'
import { keysOf } from './mask-hints.ts'

/** What declares the types of a pack's values: its `schema.yaml` and its default values. */
export type PackGrounds = Pick<PackCandidate, 'schema' | 'defaults'>

const NO_PACK: PackGrounds = { schema: '', defaults: '' }

/**
 * For a masked place: whether its pack has a number or a boolean there, by the schema or else by the default values.
 */
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

/** For a path in a pack's values: whether the pack has a number or a boolean there. */
export function kindsInPack({ schema, defaults }: PackGrounds): (path: string) => TypedKind | undefined {
  const bySchema = new Map(
    parsePackSchema(schema).flatMap(({ path, type }) =>
      type === 'number' || type === 'boolean' ? [[keysOf(path), type] as const] : [],
    ),
  )
  const tree = treeOf(defaults)
  return (path) => bySchema.get(keysOf(path)) ?? (tree && typedKindAt(tree, path))
}

/**
 * True when YAML reads a value back exactly as written: not for numbers with leading zeros or more digits than are
 * exact.
 */
export function isAsWritten(value: string): boolean {
  return /^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?)$/.test(value)
}
