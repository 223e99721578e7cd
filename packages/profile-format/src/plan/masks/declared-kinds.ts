import { parseYaml, typedKindAt, type TypedKind, type YamlTree } from '@waybill/layer-text'
import type { Limits } from '../../limits.ts'
import { parsePackSchema } from '../../packs/schema/pack-schema.ts'
import type { PlannedLayer } from '../import-plan.ts'
import type { FoundMask } from './mask-places.ts'
import { keysOf } from './mask-hints.ts'

/** Whether the pack of a layer has a number or a switch at a masked place: by its schema, else by its own values. */
export function typedKindsOf(
  layers: readonly PlannedLayer[],
  limits: Limits,
): (mask: FoundMask) => TypedKind | undefined {
  const known = new Map<number, Kinds>()
  return ({ site, valuePath }) => {
    if (site.kind !== 'text' || site.text.manifestIndex !== undefined || site.place.isPartial) return undefined
    const index = site.text.packIndex
    const kinds = known.get(index) ?? readKinds(layers[index]?.chosen ?? { schema: '', defaults: '' }, limits)
    known.set(index, kinds)
    return kinds.bySchema.get(keysOf(valuePath)) ?? (kinds.defaults && typedKindAt(kinds.defaults, valuePath))
  }
}

interface Kinds {
  bySchema: ReadonlyMap<string, TypedKind>
  defaults: YamlTree | undefined
}

function readKinds({ schema, defaults }: { schema: string; defaults: string }, limits: Limits): Kinds {
  const parsed = parseYaml(defaults, limits)
  return {
    bySchema: new Map(
      parsePackSchema(schema, limits).flatMap(({ path, type }) =>
        type === 'number' || type === 'boolean' ? [[keysOf(path), type] as const] : [],
      ),
    ),
    defaults: 'tree' in parsed ? parsed.tree : undefined,
  }
}
