import { deleteOrphanedMarks } from '../secrets/secret-mark-repository.ts'
import { versionSortKey } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { sealEmptyValues } from '../empty-values/empty-values-column.ts'
import { createContentWriter } from '../stored/profile-content-repository.ts'
import type { NewProfile, Stage } from '../stored/stored-profile.ts'
import { insertMacroUses } from './macro-use-repository.ts'
import { describedColumns } from './shown-texts.ts'
import { lockVersions, markNewest, type VersionPlace } from './version-order-repository.ts'

/**
 * Takes a transaction's client: a profile is written completely or not at all. @throws AppError
 * ClusterProfileAlreadyExists
 */
export async function insertProfile(db: TenantClient, cipher: Cipher, profile: NewProfile): Promise<void> {
  const { uid, layers, variables } = profile
  const content = createContentWriter(db, cipher)
  await lockVersions(db, profile)
  await insertHead(db, cipher, profile)
  for (const stage of stagesOf(profile)) await content.writeLayers({ profileUid: uid, stage, layers })
  await content.writeVariables(uid, variables)
  await insertMacroUses(db, uid, { layers, variables })
}

/** Takes the client of a transaction that has locked the profile. */
export async function deleteProfileRows(db: TenantClient, profile: VersionPlace & { uid: string }): Promise<void> {
  await lockVersions(db, profile)
  await db.profile.deleteMany({ where: { uid: profile.uid } })
  await db.macroUse.deleteMany({ where: { profileUid: profile.uid } })
  await db.importRecord.deleteMany({ where: { profileUid: profile.uid } })
  await markNewest(db, profile)
  await deleteOrphanedMarks(db, profile)
}

const stagesOf = ({ isPublished, showsPublished = false }: NewProfile): Stage[] => [
  ...(isPublished ? [] : ['draft' as const]),
  ...(isPublished || showsPublished ? ['published' as const] : []),
]

/** Marks the highest version of the name, which lists show; the caller has locked the versions. */
async function insertHead(db: TenantClient, cipher: Cipher, profile: NewProfile) {
  const { uid, scope, scopeUid, name, version, type, cloudType, isPublished, createdBy, clonedFromUid = null } = profile
  const key = versionSortKey(version)
  const { description, labels, shownDescription, shownTags, tags } = describedColumns(profile)
  const { emptyCount, emptyValues } = sealEmptyValues(cipher, { tenantUid: db.$tenantUid, uid }, profile.emptyValues)
  const versions = Prisma.sql`tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name}`
  const inserted = await db.$executeRaw`
    WITH older AS (UPDATE profiles SET is_newest = false WHERE ${versions} AND is_newest AND version_key < ${key})
    INSERT INTO profiles (uid, tenant_uid, scope, scope_uid, name, version, version_key, is_newest, type, cloud_type,
      description, labels, shown_description, shown_tags, tags, is_published, created_by, cloned_from_uid, empty_count, empty_values)
    SELECT ${uid}, ${db.$tenantUid}, ${scope}, ${scopeUid}, ${name}, ${version}, ${key},
      NOT EXISTS (SELECT FROM profiles WHERE ${versions} AND version_key >= ${key}),
      ${type}, ${cloudType}, ${description}, ${labels}, ${shownDescription}, ${shownTags}::text[], ${tags}::text[], ${isPublished}::boolean, ${createdBy}, ${clonedFromUid},
      ${emptyCount}::int, ${emptyValues}::bytea
    ON CONFLICT (scope_uid, name, version) DO NOTHING`
  if (inserted === 0) throw new AppError('ClusterProfileAlreadyExists')
}
