import type { TokenSubject } from '../../platform/access/access-token.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../platform/database/tenant-db.ts'

/** Ends all tokens of the users whose tokens are named, as far as the caller may. Sessions and API keys stay. */
export async function revokeTokens(db: TenantDb, caller: Caller, subjects: readonly TokenSubject[]): Promise<void> {
  const mayEnd = ({ userUid }: TokenSubject) => userUid === caller.userUid || caller.permissions.has('user.update')
  await db.$transaction(async (tx) => {
    for (const { userUid: uid, version } of subjects.filter(mayEnd)) {
      // A token that ended already ends no newer one.
      const where = { uid, tokenVersion: version }
      const { count } = await tx.user.updateMany({ where, data: { tokenVersion: { increment: 1 } } })
      if (count === 0) continue
      const resource = { kind: 'user', uid, name: uid === caller.userUid ? caller.email : '' }
      await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'tokens' } })
    }
  })
}
