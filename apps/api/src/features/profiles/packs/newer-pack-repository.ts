import { Prisma } from '../../../platform/database/prisma.ts'

/** Whether a change of its profile would start from `layer`. */
export const IS_CURRENT_LAYER = Prisma.sql`(layer.stage = 'draft' OR NOT EXISTS (
  SELECT FROM layers draft WHERE draft.profile_uid = layer.profile_uid AND draft.stage = 'draft'))`

/**
 * Whether `newer` is a later version of the layer's `pack`, for the same kind of layer and the cloud of its `profile`.
 */
export const IS_NEWER_PACK = Prisma.sql`newer.registry_uid = pack.registry_uid AND newer.name = pack.name
  AND newer.version_key > pack.version_key AND newer.removed_at IS NULL AND newer.layer = layer.layer
  AND (profile.cloud_type = 'all' OR newer.cloud_types && ARRAY['all', profile.cloud_type])`

/**
 * Whether some layer of `profile` can move to a newer version. Packs marked as the newest of their name are skipped.
 * OFFSET makes the planner look at one profile after the other: otherwise it would read all layers, though callers want
 * the first few profiles.
 */
export const HAS_NEWER_PACK = Prisma.sql`EXISTS (
  SELECT FROM layers layer JOIN pack_versions pack ON pack.uid = layer.pack_uid::bpchar AND NOT pack.is_newest
  WHERE layer.profile_uid = profile.uid AND layer.type <> 'manifest' AND ${IS_CURRENT_LAYER}
    AND EXISTS (SELECT FROM pack_versions newer WHERE ${IS_NEWER_PACK} OFFSET 0) OFFSET 0)`

/**
 * Uids of all the tenant's profiles that HAS_NEWER_PACK holds for. It starts from packs that are in use and not the
 * newest, and so reads only their layers; HAS_NEWER_PACK would read every layer of every profile. A pack may still be
 * marked as used after its last layer is gone. OFFSET keeps the planner on the index instead of scanning the table.
 */
export const profilesWithNewerPack = (tenantUid: string) => Prisma.sql`
  SELECT layer.profile_uid FROM pack_versions pack
  CROSS JOIN LATERAL (
    SELECT profile_uid, stage, layer FROM layers WHERE pack_uid = pack.uid::text AND type <> 'manifest' OFFSET 0) layer
  CROSS JOIN LATERAL (SELECT cloud_type FROM profiles WHERE uid = layer.profile_uid OFFSET 0) profile
  WHERE pack.tenant_uid = ${tenantUid} AND pack.is_used AND NOT pack.is_newest AND ${IS_CURRENT_LAYER}
    AND EXISTS (SELECT FROM pack_versions newer WHERE ${IS_NEWER_PACK} OFFSET 0)`
