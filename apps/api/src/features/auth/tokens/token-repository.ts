import type { Caller } from '../../../platform/access/caller.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'

interface EndedToken {
  userUid: string
  email: string
  count: number
}

/** Ends tokens by their sessions, those of the same tenant. Browsers and API keys stay. */
export async function endTokens(db: TenantDb, caller: Caller, sessionUids: readonly string[]): Promise<void> {
  if (sessionUids.length === 0) return
  await db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<EndedToken[]>`
      WITH ended AS (DELETE FROM sessions
        WHERE tenant_uid = ${db.$tenantUid} AND uid = ANY(${[...sessionUids]}::bpchar[]) AND token_hash IS NULL RETURNING user_uid)
      SELECT u.uid AS "userUid", u.email, count(*)::int AS count FROM ended JOIN users u ON u.uid = ended.user_uid
      GROUP BY u.uid, u.email`
    for (const { userUid: uid, email, count } of ended) {
      const resource = { kind: 'user', uid, name: email }
      await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'tokens', count } })
    }
  })
}
