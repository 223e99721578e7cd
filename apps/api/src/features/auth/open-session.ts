import type { FastifyReply, FastifyRequest } from 'fastify'
import { newSessionToken, SESSION_HOURS, sessionTokenHash } from '../../platform/access/session.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Platform } from '../../platform/platform.ts'
import { createSession, deleteSession, findTenantScope } from './session-repository.ts'

interface SignedIn {
  uid: string
  email: string
  tenantUid: string
}

/** Signs a browser in: sets its cookie, and records in the audit log how. */
export async function openBrowserSession(
  platform: Platform,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  user: SignedIn & { via: string },
): Promise<void> {
  const token = newSessionToken()
  const before = platform.sessionCookie.read(request)
  if (before !== undefined) await deleteSession(platform.tenantDb(user.tenantUid), sessionTokenHash(before))
  await openSession(platform, request, { ...user, tokenHash: sessionTokenHash(token) })
  platform.sessionCookie.write(reply, token)
}

/** @returns the uid of the session */
export async function openSession(
  platform: Platform,
  { ip: address, headers }: FastifyRequest,
  { uid, email, tenantUid, via, tokenHash }: SignedIn & { via: string; tokenHash: Buffer<ArrayBuffer> | null },
): Promise<string> {
  const expiresAt = new Date(platform.now().getTime() + SESSION_HOURS * 3_600_000)
  const session = { tokenHash, userUid: uid, expiresAt, address, userAgent: headers['user-agent'] }
  return platform.tenantDb(tenantUid).$transaction(async (tx) => {
    const sessionUid = await createSession(tx, session)
    await recordAudit(tx, {
      caller: { userUid: uid, email, scope: await findTenantScope(tx) },
      action: 'login',
      resource: { kind: 'user', uid, name: email },
      details: { via },
    })
    return sessionUid
  })
}
