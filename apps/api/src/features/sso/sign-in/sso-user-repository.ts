import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { RequestScope } from '../../../platform/access/caller.ts'
import type { TenantClient, TenantDb } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { findTenantScope } from '../../auth/index.ts'
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

const COLUMNS = { uid: true, email: true, disabledAt: true } as const

const toUser = ({ uid, email, disabledAt }: { uid: string; email: string; disabledAt: Date | null }): SsoUser => ({
  uid,
  email,
  isDisabled: disabledAt !== null,
})

/** Who was signed in as this before. */
export async function findKnown(
  db: TenantDb,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<SsoUser | undefined> {
  const where = { ssoIdentities: { some: { issuer, subject } } }
  const user = await db.user.findFirst({ where, select: COLUMNS })
  return user ? toUser(user) : undefined
}

interface NewIdentity extends Pick<Identity, 'issuer' | 'subject'> {
  person: Person
  /** Of a password that nobody knows. */
  passwordHash: string
}

/**
 * The user of a verified e-mail, made if there is none, and from now on known by issuer and subject.
 *
 * @returns not linked for a user whom this issuer knows by another subject: e-mails change hands.
 */
export async function linkUser(
  db: TenantDb,
  { issuer, subject, person, passwordHash }: NewIdentity,
): Promise<{ user: SsoUser; isLinked: boolean }> {
  const scope = await findTenantScope(db)
  return db.$transaction(async (tx) => {
    // Of two first sign-ins at once, one makes the user and the other finds them.
    const { email, firstName, lastName } = person
    const made = { uid: newUid(), tenantUid: db.$tenantUid, email, firstName, lastName, passwordHash }
    const { count } = await tx.user.createMany({ data: [made], skipDuplicates: true })
    const user = await tx.user.findFirstOrThrow({ where: { email }, select: COLUMNS })
    // And of two with one e-mail, one links it and the other is refused.
    await tx.$queryRaw`SELECT uid FROM users WHERE tenant_uid = ${db.$tenantUid} AND uid = ${user.uid} FOR NO KEY UPDATE`
    const other = await tx.ssoIdentity.count({ where: { userUid: user.uid, issuer, NOT: { subject } } })
    if (other > 0) return { user: toUser(user), isLinked: false }
    const identity = { uid: newUid(), tenantUid: db.$tenantUid, issuer, subject, userUid: user.uid }
    await tx.ssoIdentity.createMany({ data: [identity], skipDuplicates: true })
    await recordLink(tx, { scope, user, isNew: count === 1 })
    return { user: toUser(user), isLinked: true }
  })
}

interface Link {
  scope: RequestScope
  user: { uid: string; email: string }
  isNew: boolean
}

const recordLink = (db: TenantClient, { scope, user: { uid, email }, isNew }: Link): Promise<string> =>
  recordAudit(db, {
    caller: { userUid: uid, email, scope },
    action: isNew ? 'create' : 'update',
    resource: { kind: 'user', uid, name: email },
    details: { what: isNew ? 'account' : 'identity', via: 'single sign-on' },
  })

interface Refusal {
  user: SsoUser | undefined
  /** What the provider said, where it said one. */
  email: string
  code: string
  address: string
  /** How many were not written before it. */
  leftOut: number
}

/** Beside refused passwords, where administrators look. */
export async function recordRefusal(db: TenantDb, { user, email, code, address, leftOut }: Refusal): Promise<void> {
  const who = { userUid: user?.uid ?? '', email: user?.email ?? email }
  await recordAudit(db, {
    caller: { ...who, scope: await findTenantScope(db) },
    action: 'refuse-login',
    resource: { kind: 'user', uid: who.userUid, name: who.email },
    details: { via: 'single sign-on', code, address, ...(leftOut > 0 && { leftOut }) },
  })
}
