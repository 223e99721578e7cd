import { AppError } from '../../../platform/http/errors/app-error.ts'
import { recordAudit, type AuditEntry } from '../../../platform/audit/audit-log.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { isKeptVersion } from './kept-version-repository.ts'
import { lockProfile } from './profile-lock-repository.ts'
import { createProfileWriter } from './profile-write-repository.ts'
import type { ProfileHead } from '../stored/stored-profile.ts'

interface Removal {
  db: TenantDb
  cipher: Cipher
  caller: AuditEntry['caller']
}

/**
 * Removes a profile and says so in the audit, both or neither; false when it was gone already.
 *
 * @throws AppError ProfileImmutable for a published one that the tenant keeps.
 */
export const createProfileRemover =
  ({ db, cipher, caller }: Removal) =>
  (profile: ProfileHead): Promise<boolean> =>
    db.$transaction(async (tx) => {
      if (!(await lockProfile(tx, profile.uid))) return false
      if (await isKeptVersion(tx, profile.uid)) throw new AppError('ProfileImmutable')
      const isRemoved = await createProfileWriter(tx, cipher).deleteProfile(profile)
      if (!isRemoved) return false
      const resource = { kind: 'clusterprofile', uid: profile.uid, name: profile.name }
      await recordAudit(tx, { caller, action: 'delete', resource, details: { version: profile.version } })
      return true
    })
