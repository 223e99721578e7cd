import { versionSortKey } from '@waybill/profile-format'
import type { Cipher } from '../../platform/cipher.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { createContentWriter, insertMacroUses, macroNames } from './profile-content-repository.ts'
import type { NewProfile, Stage } from './stored-profile.ts'
import { lockVersions, markNewest, type VersionPlace } from './version-order-repository.ts'

/** A label whose value is this is a bare tag (contract §a). */
export const BARE_TAG = 'spectro__tag'

/** Takes the client of a transaction: a profile is written whole or not at all. */
export function createProfileWriter(db: TenantClient, cipher: Cipher) {
  const content = createContentWriter(db, cipher)

  async function createProfile(profile: NewProfile): Promise<void> {
    const { uid, layers, variables } = profile
    await lockVersions(db, profile)
    await insertProfile(db, profile)
    for (const stage of stagesOf(profile)) await content.writeLayers({ profileUid: uid, stage, layers })
    await content.writeVariables(uid, variables)
    await insertMacroUses(db, uid, macroNames(layers, variables))
    await markNewest(db, profile)
  }

  async function deleteProfile(profile: VersionPlace & { uid: string }): Promise<boolean> {
    await lockVersions(db, profile)
    const { count } = await db.profile.deleteMany({ where: { uid: profile.uid } })
    await db.macroUse.deleteMany({ where: { profileUid: profile.uid } })
    await db.importRecord.deleteMany({ where: { profileUid: profile.uid } })
    await markNewest(db, profile)
    return count === 1
  }

  return { createProfile, deleteProfile }
}

const stagesOf = ({ isPublished, showsPublished = false }: NewProfile): Stage[] => [
  ...(isPublished ? [] : ['draft' as const]),
  ...(isPublished || showsPublished ? ['published' as const] : []),
]

/** Labels as the list's filter finds them: `key`, or `key:value`. */
export const tagsOf = (labels: ReadonlyMap<string, string>): string[] =>
  [...labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`).toLowerCase())

/** Through the client and not as raw SQL, so that a name and version that is taken is told apart from every other failure. */
async function insertProfile(db: TenantClient, profile: NewProfile) {
  await db.profile.create({
    data: {
      uid: profile.uid,
      tenantUid: db.$tenantUid,
      scope: profile.scope,
      scopeUid: profile.scopeUid,
      name: profile.name,
      version: profile.version,
      versionKey: versionSortKey(profile.version),
      isNewest: false,
      type: profile.type,
      cloudType: profile.cloudType,
      description: profile.description,
      labels: JSON.stringify(Object.fromEntries(profile.labels)),
      tags: tagsOf(profile.labels),
      isPublished: profile.isPublished,
      createdBy: profile.createdBy,
    },
    select: { uid: true },
  })
}
