import type { TextRange } from '@waybill/layer-text'
import type { TextInspection } from '@waybill/secret-finder'
import type { LayerInspections } from '../../../format-tasks/inspect/inspect-layers.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { createContentWriter } from './profile-content-repository.ts'
import { NO_FINDINGS, type StoredLayer, type StoredProfile } from './stored-profile.ts'

/**
 * The profile with up-to-date inspections: those made with another schema, other default values or older rules are made
 * again and stored for the next read.
 */
export async function withFreshInspections(
  { db, cipher, workers }: { db: TenantClient; cipher: Cipher; workers: FormatWorkers },
  profile: StoredProfile,
): Promise<StoredProfile> {
  const stale = profile.layers.filter((layer) => !layer.isInspected)
  if (stale.length === 0) return profile
  const inspections = await workers.run('inspectLayers', stale)
  const fresh = stale.map((layer, index) => withInspections(layer, inspections[index]))
  await createContentWriter(db, cipher).keepInspections(fresh)
  const byUid = new Map(fresh.map((layer) => [layer.uid, layer]))
  return { ...profile, layers: profile.layers.map((layer) => byUid.get(layer.uid) ?? layer) }
}

function withInspections(
  layer: StoredLayer,
  made: LayerInspections | undefined,
): StoredLayer & { groundsDigest: string } {
  if (!made) throw new Error('a layer was lost while inspecting')
  const manifests = layer.manifests.map((manifest, at) => ({
    ...manifest,
    inspection: made.manifestInspections[at] ?? NO_FINDINGS,
  }))
  const { groundsDigest } = made
  const inspection = layer.schema === '' ? withDeclared(made.inspection, layer.inspection) : made.inspection
  return { ...layer, inspection, groundsDigest, isInspected: true, manifests }
}

/** What a pack declared secret stays masked when its schema is gone with the pack. */
function withDeclared(made: TextInspection, before: TextInspection): TextInspection {
  const declared = before.secrets.filter(({ source }) => source === 'declared')
  const isApart = ({ start, end }: TextRange) => !declared.some((place) => place.start < end && start < place.end)
  const secrets = [...made.secrets.filter(isApart), ...declared].toSorted((a, b) => a.start - b.start)
  return { ...made, secrets, possible: made.possible.filter(isApart) }
}
