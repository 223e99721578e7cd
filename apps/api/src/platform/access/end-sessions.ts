import type { TenantClient } from '../database/tenant-db.ts'

/**
 * Ends a user's sessions, tokens and links to set a password, but for the session that is kept. API keys stay: they are named,
 * listed and revoked one by one.
 */
export async function endSessions(
  db: TenantClient,
  userUid: string,
  { kept }: { kept?: Buffer<ArrayBuffer> | undefined } = {},
): Promise<void> {
  await db.session.deleteMany({ where: { userUid, ...(kept && { NOT: { tokenHash: kept } }) } })
  await db.user.update({
    where: { uid: userUid },
    data: { tokenVersion: { increment: 1 }, resetTokenHash: null, resetExpiresAt: null },
  })
}
