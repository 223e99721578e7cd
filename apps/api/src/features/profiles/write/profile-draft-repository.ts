import { versionSortKey } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { sealEmptyValues } from '../empty-values/empty-values-column.ts'
import { createContentWriter } from '../stored/profile-content-repository.ts'
import type { NewProfile } from '../stored/stored-profile.ts'
import { insertMacroUses } from './macro-use-repository.ts'
import { keepPublishedUids } from './published-uids-repository.ts'
import { renameMarks } from '../secrets/secret-mark-repository.ts'
import { describedColumns } from './shown-texts.ts'
import { lockVersions, markNewest } from './version-order-repository.ts'

export type ChangedProfile = Omit<NewProfile, 'isPublished' | 'createdBy' | 'scope'>

// Changes of existing profiles. Each takes the client of a transaction that has locked the profile.

/** Replaces the profile's head and variables and the layers of its draft; published layers stay. */
export async function replaceDraft(
  db: TenantClient,
  cipher: Cipher,
  { profile, before }: { profile: ChangedProfile; before: { name: string; version: string } },
): Promise<void> {
  const { uid, layers, variables, scopeUid } = profile
  const content = createContentWriter(db, cipher)
  const isRenamed = profile.name !== before.name || profile.version !== before.version
  const names = isRenamed ? [...new Set([before.name, profile.name])].toSorted() : []
  for (const name of names) await lockVersions(db, { scopeUid, name })
  await updateHeadAndClear(db, cipher, profile)
  if (profile.name !== before.name) await renameMarks(db, { scopeUid, from: before.name, to: profile.name })
  await content.writeLayers({ profileUid: uid, stage: 'draft', layers })
  await content.writeVariables(uid, variables)
  await insertMacroUses(db, uid, { layers, variables })
  for (const name of names) await markNewest(db, { scopeUid, name })
}

/** Makes the draft the published content. */
export async function publishDraft(db: TenantClient, cipher: Cipher, uid: string): Promise<void> {
  const published = { profileUid: uid, stage: 'published' }
  const before = await db.layer.findMany({
    where: published,
    select: { name: true, uid: true, manifests: { select: { name: true, uid: true } } },
  })
  await db.layer.deleteMany({ where: published })
  await db.layer.updateMany({ where: { profileUid: uid, stage: 'draft' }, data: { stage: 'published' } })
  await keepPublishedUids(db, cipher, { profileUid: uid, before })
  const isInvalid = (await db.layer.count({ where: { profileUid: uid, isInvalid: true } })) > 0
  await db.profile.update({ where: { uid }, data: { isPublished: true, isInvalid }, select: { uid: true } })
}

/** Deletes the draft's layers. */
export async function dropDraft(db: TenantClient, uid: string): Promise<void> {
  await db.layer.deleteMany({ where: { profileUid: uid, stage: 'draft' } })
}

/** Changes labels and description only. */
export async function describeProfile(
  db: TenantClient,
  uid: string,
  described: Pick<ChangedProfile, 'description' | 'labels'>,
): Promise<void> {
  await db.profile.update({ where: { uid }, data: describedColumns(described), select: { uid: true } })
}

/** A taken name is refused. A rename has locked the versions of the new name, so the answer holds until the commit. */
async function updateHeadAndClear(db: TenantClient, cipher: Cipher, profile: ChangedProfile) {
  const { uid, scopeUid, name, version, type, cloudType } = profile
  const { description, labels, shownDescription, shownTags, tags } = describedColumns(profile)
  const { emptyCount, emptyValues } = sealEmptyValues(cipher, { tenantUid: db.$tenantUid, uid }, profile.emptyValues)
  const updated = await db.$executeRaw`
    WITH variable AS (DELETE FROM variables WHERE tenant_uid = ${db.$tenantUid} AND profile_uid = ${uid}),
      macro_use AS (DELETE FROM macro_uses WHERE tenant_uid = ${db.$tenantUid} AND profile_uid = ${uid}),
      layer AS (DELETE FROM layers WHERE tenant_uid = ${db.$tenantUid} AND profile_uid = ${uid} AND stage = 'draft')
    UPDATE profiles SET name = ${name}, version = ${version}, version_key = ${versionSortKey(version)}, type = ${type},
      cloud_type = ${cloudType}, description = ${description}, labels = ${labels},
      shown_description = ${shownDescription}, shown_tags = ${shownTags}::text[], tags = ${tags}::text[],
      empty_count = ${emptyCount}::int, empty_values = ${emptyValues}::bytea, modified_at = now()
    WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} AND NOT EXISTS (
      SELECT FROM profiles taken
      WHERE taken.scope_uid = ${scopeUid} AND taken.name = ${name} AND taken.version = ${version} AND taken.uid <> ${uid})`
  if (updated === 0) throw new AppError('ClusterProfileAlreadyExists')
}
