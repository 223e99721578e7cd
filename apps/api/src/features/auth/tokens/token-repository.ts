import type { TenantClient } from '../../../platform/database/tenant-db.ts'

interface EndedToken {
  userUid: string
  email: string
  count: number
}

/** Ends tokens by deleting their sessions, in the same tenant. Browsers and API keys stay signed in. */
export const deleteTokens = (tx: TenantClient, sessionUids: readonly string[]) =>
  tx.$queryRaw<EndedToken[]>`
    WITH ended AS (DELETE FROM sessions
      WHERE tenant_uid = ${tx.$tenantUid} AND uid = ANY(${[...sessionUids]}::bpchar[]) AND token_hash IS NULL RETURNING user_uid)
    SELECT u.uid AS "userUid", u.email, count(*)::int AS count FROM ended JOIN users u ON u.uid = ended.user_uid
    GROUP BY u.uid, u.email`
