import type { LayerInspections } from '../../../format-tasks/inspect-layers.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import { NO_FINDINGS, type StoredLayer, type StoredProfile } from './stored-profile.ts'

/** The profile with inspections that hold: those made with another schema or older rules are made again. */
export async function withFreshInspections(profile: StoredProfile, workers: FormatWorkers): Promise<StoredProfile> {
  const stale = profile.layers.filter((layer) => !layer.isInspected)
  if (stale.length === 0) return profile
  const inspections = await workers.run('inspectLayers', stale)
  const fresh = new Map(stale.map((layer, index) => [layer.uid, withInspections(layer, inspections[index])]))
  return { ...profile, layers: profile.layers.map((layer) => fresh.get(layer.uid) ?? layer) }
}

function withInspections(layer: StoredLayer, made: LayerInspections | undefined): StoredLayer {
  if (!made) throw new Error('a layer was lost while inspecting')
  const manifests = layer.manifests.map((manifest, at) => ({
    ...manifest,
    inspection: made.manifestInspections[at] ?? NO_FINDINGS,
  }))
  return { ...layer, inspection: made.inspection, isInspected: true, manifests }
}
