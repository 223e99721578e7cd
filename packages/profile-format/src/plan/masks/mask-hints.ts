import { parsePackSchema } from '../../packs/schema/pack-schema.ts'
import type { FoundMask } from './mask-places.ts'
import type { PlannedLayer } from '../import-plan.ts'
import { parsePath, withoutDocument } from '@waybill/layer-text'

/** The hint in the pack's schema for a masked place; empty without one. */
export function hintsOf(layers: readonly PlannedLayer[]): (mask: FoundMask) => string {
  const schemas = new Map<string, ReadonlyMap<string, string>>()
  return ({ site, valuePath }) => {
    if (site.kind !== 'text' || site.text.kind === 'manifest') return ''
    const schema = layers[site.text.packIndex]?.chosen?.schema ?? ''
    if (!schema.includes('hints')) return ''
    const hints = schemas.get(schema) ?? readHints(schema)
    schemas.set(schema, hints)
    return hints.get(keysOf(valuePath)) ?? hints.get(keysOf(withoutDocument(valuePath))) ?? ''
  }
}

function readHints(schema: string): ReadonlyMap<string, string> {
  return new Map(parsePackSchema(schema).map(({ path, hints }) => [keysOf(path), hints.join(' ')]))
}

/**
 * The keys of a path. Only these are compared: schemas write list steps as `[]`, `$[]`, `[*]` or not at all, masked
 * places as an index.
 */
export function keysOf(path: string): string {
  return parsePath(path)
    .flatMap((step) => (step.kind === 'key' ? [step.name] : []))
    .join('.')
}
