import type { Database } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

export type LinkHash = Buffer<ArrayBuffer>

export interface LinkOwner {
  uid: string
  email: string
  tenantUid: string
  /** Null for links of earlier versions. */
  passwordLinkBy: string | null
}

/** The user of an open link, in any tenant. */
export const findLinkOwner = (prisma: Database, linkHash: LinkHash, now: Date): Promise<LinkOwner | null> =>
  prisma.user.findFirst({
    where: { resetTokenHash: linkHash, resetExpiresAt: { gt: now }, disabledAt: null },
    select: { uid: true, email: true, tenantUid: true, passwordLinkBy: true },
  })

/** @returns false if the link was used meanwhile: of two concurrent uses, only one succeeds */
export async function useLink(
  tx: TenantClient,
  { uid, linkHash }: { uid: string; linkHash: LinkHash },
  passwordHash: string,
): Promise<boolean> {
  const where = { uid, resetTokenHash: linkHash }
  const { count } = await tx.user.updateMany({ where, data: { passwordHash, hasPassword: true, resetTokenHash: null } })
  return count > 0
}

export async function getPasswordHash(db: TenantClient, uid: string): Promise<string> {
  return (await db.user.findFirstOrThrow({ where: { uid }, select: { passwordHash: true } })).passwordHash
}

export async function writePasswordHash(tx: TenantClient, uid: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { uid }, data: { passwordHash, hasPassword: true } })
}
