import { unknownPasswordHash } from '../../../platform/access/credentials/password.ts'
import { endSessions } from '../../../platform/access/end-sessions.ts'
import { mayActAs } from '../../../platform/access/roles/held-role-repository.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { findTenantScope } from '../../auth/index.ts'
import { endPasswordAndKeys, findPasswordLinkMaker, type SsoUser } from './sso-user-repository.ts'

/**
 * Whoever created the link with which an account's password was set may know that password, and may have created API
 * keys with it. Once the provider's groups give the account more than the link's creator may do, its password,
 * sessions, links and API keys are ended; the user goes on signing in at the provider.
 */
export async function endWhatOthersMayKnow(db: TenantDb, { uid, email }: SsoUser): Promise<void> {
  const passwordLinkBy = await findPasswordLinkMaker(db, uid)
  if (passwordLinkBy === null || (await mayActAs(db, { actorUid: passwordLinkBy, userUid: uid }))) return
  const passwordHash = await unknownPasswordHash()
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    await endPasswordAndKeys(tx, uid, passwordHash)
    await endSessions(tx, uid)
    await recordAudit(tx, {
      caller: { userUid: uid, email, scope },
      action: 'update',
      resource: { kind: 'user', uid, name: email },
      details: { what: 'password', via: 'single sign-on', ended: ['password', 'sessions', 'API keys'] },
    })
  })
}
