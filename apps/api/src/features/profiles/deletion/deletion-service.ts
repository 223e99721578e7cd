import { recordAudit } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { requireOn } from '../profile-policy.ts'
import { getProfileHead } from '../read/profile-service.ts'
import { lockProfile } from '../stored/profile-head-repository.ts'
import { refuseChanged } from '../stored/stored-document.ts'
import { isImmutableVersion } from '../write/immutable-version-repository.ts'
import { holdPacks } from '../write/profile-validity-repository.ts'
import { deleteProfileRows } from '../write/profile-write-repository.ts'

/**
 * Deletes a profile and writes the audit event, both or neither.
 * @throws AppError ResourceNotFound, Forbidden, ProfileChanged, or ProfileImmutable for a published profile in a tenant
 * that keeps them
 */
export async function deleteProfile(use: UseCase, uid: string, revision?: string): Promise<void> {
  const { db, caller } = use
  const head = await getProfileHead(use, uid)
  requireOn(caller, head, 'clusterProfile.delete')
  await db.$transaction(async (tx) => {
    await holdPacks(tx)
    const current = await lockProfile(tx, uid)
    if (current === null) throw new AppError('ResourceNotFound')
    refuseChanged(revision, current)
    if (await isImmutableVersion(tx, uid)) throw new AppError('ProfileImmutable')
    await deleteProfileRows(tx, head)
    const resource = { kind: 'clusterprofile', uid, name: head.name }
    await recordAudit(tx, { caller, action: 'delete', resource, details: { version: head.version } })
  })
}
