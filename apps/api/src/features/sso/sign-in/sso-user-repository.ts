import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import type { Identity } from '../provider/identity-provider.ts'

/** A person, according to the provider. */
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

/** The user who signed in with this identity before. */
export async function findKnown(db: TenantClient, { issuer, subject }: Known): Promise<SsoUser | undefined> {
  const where = { ssoIdentities: { some: { issuer, subject } } }
  const user = await db.user.findFirst({ where, select: COLUMNS })
  return user ? toUser(user) : undefined
}

/**
 * The user of an e-mail, created if there is none: of two concurrent first sign-ins, one creates the user and the other
 * finds them.
 */
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

/**
 * @returns false for a user whom this issuer knows by another subject: of two concurrent calls with one e-mail, one is
 * linked
 */
export async function linkIdentity(tx: TenantClient, userUid: string, { issuer, subject }: Known): Promise<boolean> {
  await tx.$queryRaw`SELECT uid FROM users WHERE tenant_uid = ${tx.$tenantUid} AND uid = ${userUid} FOR NO KEY UPDATE`
  const others = await tx.ssoIdentity.count({ where: { userUid, issuer, NOT: { subject } } })
  if (others > 0) return false
  const identity = { uid: newUid(), tenantUid: tx.$tenantUid, issuer, subject, userUid }
  await tx.ssoIdentity.createMany({ data: [identity], skipDuplicates: true })
  return true
}

/** The creator of the link with which the user's password was set; null if the user set it otherwise. */
export async function findPasswordLinkMaker(db: TenantClient, uid: string): Promise<string | null> {
  const user = await db.user.findFirstOrThrow({ where: { uid }, select: { passwordLinkBy: true } })
  return user.passwordLinkBy
}

/** Sets the hash of a password that nobody knows. */
export async function endPasswordAndKeys(tx: TenantClient, uid: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { uid }, data: { passwordHash, hasPassword: false, passwordLinkBy: null } })
  await tx.apiKey.updateMany({
    where: { userUid: uid, revokedAt: null },
    data: { revokedAt: new Date(), isLimitedByOthers: true },
  })
}
