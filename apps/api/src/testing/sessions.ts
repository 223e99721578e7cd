import { newSessionToken, sessionTokenHash } from '../platform/access/session.ts'
import { newUid } from '../platform/database/uid.ts'
import type { TestApp } from './test-app.ts'

interface NewSession {
  tenantUid: string
  userUid: string
  /** By default in an hour. */
  expiresAt?: Date
}

const inAnHour = () => new Date(Date.now() + 3_600_000)

/** @returns the cookie's value */
export async function addSession(
  { deps }: Pick<TestApp, 'deps'>,
  { tenantUid, userUid, expiresAt = inAnHour() }: NewSession,
): Promise<string> {
  const token = newSessionToken()
  const tokenHash = new Uint8Array(sessionTokenHash(token))
  await deps.prisma.session.create({ data: { uid: newUid(), tokenHash, tenantUid, userUid, expiresAt } })
  return token
}

/** @returns a token for the Authorization header */
export async function addToken(
  { deps }: Pick<TestApp, 'deps'>,
  { tenantUid, userUid, expiresAt = inAnHour() }: NewSession,
): Promise<string> {
  const uid = newUid()
  await deps.prisma.session.create({ data: { uid, tenantUid, userUid, expiresAt } })
  return deps.accessTokens.issue({ userUid, sessionUid: uid })
}
