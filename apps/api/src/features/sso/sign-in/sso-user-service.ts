import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { findTenantScope } from '../../auth/index.ts'
import type { Identity } from '../provider/identity-provider.ts'
import { linkIdentity, meetUser, type Person, type SsoUser } from './sso-user-repository.ts'

interface NewIdentity extends Pick<Identity, 'issuer' | 'subject'> {
  person: Person
  /** Hash of a password that nobody knows. */
  passwordHash: string
}

/**
 * Finds or creates the user of a verified e-mail, and links them to issuer and subject from now on.
 * @returns not linked for a user whom this issuer knows by another subject: an e-mail address may have a new owner
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
  /** As sent by the provider, if it was. */
  email: string
  code: string
  address: string
  /** How many refusals before it were not recorded. */
  leftOut: number
}

/** Recorded like refused passwords, where administrators look. */
export async function recordRefusal(db: TenantDb, { user, email, code, address, leftOut }: Refusal): Promise<void> {
  const who = { userUid: user?.uid ?? '', email: user?.email ?? email }
  await recordAudit(db, {
    caller: { ...who, scope: await findTenantScope(db) },
    action: 'refuse-login',
    resource: { kind: 'user', uid: who.userUid, name: who.email },
    details: { via: 'single sign-on', code, address, ...(leftOut > 0 && { leftOut }) },
  })
}
