import type { ValuesToResolve } from '../../../format-tasks/render/resolve-values.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import { currentLayers, findLayer } from '../stored/current-layers.ts'
import { knownSystemValues } from './known-system-values.ts'
import type { VisibleMacro } from './macro-values.ts'
import type { StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

interface Asked {
  caller: Caller
  macros: readonly VisibleMacro[]
  /** Names of layers, or expressions; empty for all layers. */
  references: readonly string[]
}

/**
 * The values of a profile's layers with everything their references can name. What is masked in the profile stays
 * masked.
 */
export function unresolvedValues(profile: StoredProfile, { caller, macros, references }: Asked): ValuesToResolve {
  const layers = currentLayers(profile)
  const system = knownSystemValues(profile, { layers, caller })
  const wanted = references.length === 0 ? layers.map(({ name }) => name) : references
  return {
    texts: new Map(wanted.flatMap((reference) => textOf(layers, reference))),
    context: {
      macros,
      system,
      variables: profile.variables,
      layers: layers.map(({ name, values }) => ({ name, values })),
    },
  }
}

/** An expression may come with or without braces; an unknown layer has no values. */
function textOf(layers: readonly StoredLayer[], reference: string): (readonly [string, string])[] {
  if (reference.includes('{{')) return [[reference, reference]]
  const expression = /^\.?(spectro\..+)$/s.exec(reference.trim())?.[1]
  if (expression !== undefined) return [[reference, `{{ .${expression} }}`]]
  const layer = findLayer(layers, reference)
  return layer ? [[reference, layer.values ?? '']] : []
}
