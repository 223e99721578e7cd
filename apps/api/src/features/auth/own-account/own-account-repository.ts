import { SESSION_IDLE_MINUTES } from '../../../platform/access/principal-repository.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

interface OwnName {
  firstName: string
  lastName: string
}

export async function renameUser(tx: TenantClient, uid: string, { firstName, lastName }: OwnName): Promise<void> {
  await tx.user.update({ where: { uid }, data: { firstName, lastName } })
}

/** Sessions that are still valid; expired ones are deleted within the hour. */
export const listOwnSessions = (db: TenantClient, userUid: string) => {
  const idleSince = new Date(Date.now() - SESSION_IDLE_MINUTES * 60_000)
  return db.session.findMany({
    where: { userUid, expiresAt: { gt: new Date() }, lastSeenAt: { gt: idleSince } },
    orderBy: [{ lastSeenAt: 'desc' }, { uid: 'asc' }],
  })
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

/** @returns whether the user has such a session */
export async function deleteSessionOf(tx: TenantClient, userUid: string, uid: string): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { uid, userUid } })
  return count > 0
}
