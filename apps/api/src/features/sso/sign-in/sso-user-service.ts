import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { findTenantScope } from '../../auth/index.ts'
import type { Identity } from '../provider/identity-provider.ts'
import { linkIdentity, meetUser, type Person, type SsoUser } from './sso-user-repository.ts'

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
  { person, passwordHash, ...identity }: NewIdentity,
): Promise<{ user: SsoUser; isLinked: boolean }> {
  const scope = await findTenantScope(db)
  return db.$transaction(async (tx) => {
    const { user, isNew } = await meetUser(tx, person, passwordHash)
    const { uid, email } = user
    if (!(await linkIdentity(tx, uid, identity))) return { user, isLinked: false }
    await recordAudit(tx, {
      caller: { userUid: uid, email, scope },
      action: isNew ? 'create' : 'update',
      resource: { kind: 'user', uid, name: email },
      details: { what: isNew ? 'account' : 'identity', via: 'single sign-on' },
    })
    return { user, isLinked: true }
  })
}

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
