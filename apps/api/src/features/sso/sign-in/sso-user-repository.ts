import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import type { Identity } from '../provider/identity-provider.ts'

/** As a provider says it. */
export interface Person {
  /** Verified by the provider. */
  email: string
  firstName: string
  lastName: string
}

export interface SsoUser {
  uid: string
  email: string
  isDisabled: boolean
}

type Known = Pick<Identity, 'issuer' | 'subject'>

const COLUMNS = { uid: true, email: true, disabledAt: true } as const

const toUser = ({ uid, email, disabledAt }: { uid: string; email: string; disabledAt: Date | null }): SsoUser => ({
  uid,
  email,
  isDisabled: disabledAt !== null,
})

/** Who was signed in as this before. */
export async function findKnown(db: TenantClient, { issuer, subject }: Known): Promise<SsoUser | undefined> {
  const where = { ssoIdentities: { some: { issuer, subject } } }
  const user = await db.user.findFirst({ where, select: COLUMNS })
  return user ? toUser(user) : undefined
}

/** The user of an e-mail, made if there is none: of two first sign-ins at once, one makes the user and the other finds them. */
export async function meetUser(
  tx: TenantClient,
  { email, firstName, lastName }: Person,
  passwordHash: string,
): Promise<{ user: SsoUser; isNew: boolean }> {
  const made = { uid: newUid(), tenantUid: tx.$tenantUid, email, firstName, lastName, passwordHash, hasPassword: false }
  const { count } = await tx.user.createMany({ data: [made], skipDuplicates: true })
  const user = await tx.user.findFirstOrThrow({ where: { email }, select: COLUMNS })
  return { user: toUser(user), isNew: count === 1 }
}

/** @returns false for a user whom this issuer knows by another subject: of two with one e-mail, one is linked */
export async function linkIdentity(tx: TenantClient, userUid: string, { issuer, subject }: Known): Promise<boolean> {
  await tx.$queryRaw`SELECT uid FROM users WHERE tenant_uid = ${tx.$tenantUid} AND uid = ${userUid} FOR NO KEY UPDATE`
  const others = await tx.ssoIdentity.count({ where: { userUid, issuer, NOT: { subject } } })
  if (others > 0) return false
  const identity = { uid: newUid(), tenantUid: tx.$tenantUid, issuer, subject, userUid }
  await tx.ssoIdentity.createMany({ data: [identity], skipDuplicates: true })
  return true
}

/** Who made the link by which the user's password was set; null for one of their own. */
export async function findPasswordLinkMaker(db: TenantClient, uid: string): Promise<string | null> {
  const user = await db.user.findFirstOrThrow({ where: { uid }, select: { passwordLinkBy: true } })
  return user.passwordLinkBy
}

/** With the hash of a password that nobody knows. */
export async function endPasswordAndKeys(tx: TenantClient, uid: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { uid }, data: { passwordHash, hasPassword: false, passwordLinkBy: null } })
  await tx.apiKey.updateMany({
    where: { userUid: uid, revokedAt: null },
    data: { revokedAt: new Date(), isLimitedByOthers: true },
  })
}
