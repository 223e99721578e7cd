import type { TextInspection } from '@waybill/secret-finder'
import { NO_FINDINGS, type Stage, type StoredLayer, type StoredProfile } from './stored-profile.ts'

interface Inspections {
  inspection: TextInspection
  manifestInspections: readonly TextInspection[]
}

export interface ProfileLoaderPorts {
  findProfile: (uid: string, stages: readonly Stage[]) => Promise<StoredProfile | null>
  /** Off the event loop; one answer a layer. */
  inspectLayers: (layers: Pick<StoredLayer, 'values' | 'manifests' | 'schema'>[]) => Promise<Inspections[]>
}

/** Loads profiles whose inspections hold: those made with another schema or older rules are made again. */
export function createProfileLoader({ findProfile, inspectLayers }: ProfileLoaderPorts) {
  return async (uid: string, stages: readonly Stage[]): Promise<StoredProfile | null> => {
    const profile = await findProfile(uid, stages)
    const stale = profile?.layers.filter((layer) => !layer.isInspected) ?? []
    if (!profile || stale.length === 0) return profile
    const inspections = await inspectLayers(stale)
    const fresh = new Map(stale.map((layer, index) => [layer.uid, withInspections(layer, inspections[index])]))
    return { ...profile, layers: profile.layers.map((layer) => fresh.get(layer.uid) ?? layer) }
  }
}

function withInspections(layer: StoredLayer, made: Inspections | undefined): StoredLayer {
  if (!made) throw new Error('a layer was lost while inspecting')
  const manifests = layer.manifests.map((manifest, at) => ({
    ...manifest,
    inspection: made.manifestInspections[at] ?? NO_FINDINGS,
  }))
  return { ...layer, inspection: made.inspection, isInspected: true, manifests }
}
