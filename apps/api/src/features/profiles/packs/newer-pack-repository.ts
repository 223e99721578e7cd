import { Prisma } from '../../../platform/database/prisma.ts'

/** Of `layer`: one that a change of its profile would start from. */
export const IS_CURRENT_LAYER = Prisma.sql`(layer.stage = 'draft' OR NOT EXISTS (
  SELECT FROM layers draft WHERE draft.profile_uid = layer.profile_uid AND draft.stage = 'draft'))`

/** Of `newer`: a later version of the `pack` of a `layer`, for the same kind of layer and the cloud of its `profile`. */
export const IS_NEWER_PACK = Prisma.sql`newer.registry_uid = pack.registry_uid AND newer.name = pack.name
  AND newer.version_key > pack.version_key AND newer.removed_at IS NULL AND newer.layer = layer.layer
  AND (profile.cloud_type = 'all' OR newer.cloud_types && ARRAY['all', profile.cloud_type])`

/**
 * Of `profile`: one of its layers can move to a newer version. A pack that is the newest of its name is passed over by its mark. OFFSET keeps
 * the planner at one profile after the other: it would read the layers of all, and who asks wants the first few.
 */
export const HAS_NEWER_PACK = Prisma.sql`EXISTS (
  SELECT FROM layers layer JOIN pack_versions pack ON pack.uid = layer.pack_uid::bpchar AND NOT pack.is_newest
  WHERE layer.profile_uid = profile.uid AND layer.type <> 'manifest' AND ${IS_CURRENT_LAYER}
    AND EXISTS (SELECT FROM pack_versions newer WHERE ${IS_NEWER_PACK} OFFSET 0) OFFSET 0)`

/**
 * Uids of all profiles of the tenant that HAS_NEWER_PACK holds for. It starts from the packs that are used and not the newest, and so
 * reads only their layers; HAS_NEWER_PACK would read every layer of every profile. A pack that no layer uses any more may still be marked.
 * OFFSET keeps the planner from turning a look into an index into a walk through the table.
 */
export const profilesWithNewerPack = (tenantUid: string) => Prisma.sql`
  SELECT layer.profile_uid FROM pack_versions pack
  CROSS JOIN LATERAL (
    SELECT profile_uid, stage, layer FROM layers WHERE pack_uid = pack.uid::text AND type <> 'manifest' OFFSET 0) layer
  CROSS JOIN LATERAL (SELECT cloud_type FROM profiles WHERE uid = layer.profile_uid OFFSET 0) profile
  WHERE pack.tenant_uid = ${tenantUid} AND pack.is_used AND NOT pack.is_newest AND ${IS_CURRENT_LAYER}
    AND EXISTS (SELECT FROM pack_versions newer WHERE ${IS_NEWER_PACK} OFFSET 0)`
