import type { TenantClient } from '../database/tenant-db.ts'

/**
 * Ends a user's sessions, those of tokens included, and links to set a password, but for the session that is kept. API keys
 * stay: they are named, listed and revoked one by one.
 */
export async function endSessions(
  db: TenantClient,
  userUid: string,
  { kept }: { kept?: string | undefined } = {},
): Promise<void> {
  await endOtherSessions(db, userUid, kept)
  await db.user.update({ where: { uid: userUid }, data: { resetTokenHash: null, resetExpiresAt: null } })
}

/** @returns how many ended. */
export async function endOtherSessions(db: TenantClient, userUid: string, kept: string | undefined): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { userUid, ...(kept !== undefined && { NOT: { uid: kept } }) },
  })
  return count
}
