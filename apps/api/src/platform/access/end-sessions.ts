import type { TenantClient } from '../database/tenant-db.ts'

/**
 * Ends a user's sessions, including those of tokens, and their links to set a password, except for the session to keep.
 * API keys stay: they are named, listed and revoked one by one.
 */
export async function endSessions(
  db: TenantClient,
  userUid: string,
  { kept }: { kept?: string | undefined } = {},
): Promise<void> {
  await endOtherSessions(db, userUid, kept)
  await db.user.update({ where: { uid: userUid }, data: { resetTokenHash: null, resetExpiresAt: null } })
}

/** @returns how many sessions were ended */
export async function endOtherSessions(db: TenantClient, userUid: string, kept: string | undefined): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { userUid, ...(kept !== undefined && { NOT: { uid: kept } }) },
  })
  return count
}
