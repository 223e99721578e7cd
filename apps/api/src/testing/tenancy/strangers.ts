import { SignJWT } from 'jose'
import { createApiKey } from '../../platform/access/credentials/api-key.ts'
import { newSessionToken } from '../../platform/access/session.ts'
import { newUid } from '../../platform/database/uid.ts'
import { createUser, type FixtureUser } from '../fixtures.ts'
import { addToken, addSession } from '../sessions.ts'
import type { TestApp } from '../test-app.ts'

/** Somebody without a valid credential. */
export interface Stranger {
  name: string
  headers: Readonly<Record<string, string>>
}

const LONG_AGO = new Date(0)
const HOUR_MS = 3_600_000

/** First nobody at all, then holders of something that was, or looks like, a tenant administrator's credential. */
export async function createStrangers(test: TestApp): Promise<Stranger[]> {
  const { uid: tenantUid, users } = test.fixtures.stage
  const admin = users.tenantAdmin
  const disabled = await createUser(test.deps.prisma, {
    tenantUid,
    email: 'disabled@people.test',
    roles: [{ scopeUid: tenantUid, role: 'Tenant Admin' }],
  })
  await test.deps.prisma.user.update({ where: { uid: disabled.uid }, data: { disabledAt: LONG_AGO } })
  const ofAdmin = { tenantUid: test.fixtures.stage.uid, userUid: admin.uid }
  return [
    { name: 'nobody', headers: {} },
    { name: 'a key of nobody', headers: { apikey: createApiKey().apiKey } },
    { name: 'a key with another secret', headers: { apikey: otherSecretOf(admin) } },
    { name: 'an expired key', headers: { apikey: await addKey(test, admin, { expiresAt: LONG_AGO }) } },
    { name: 'a revoked key', headers: { apikey: await addKey(test, admin, { revokedAt: LONG_AGO }) } },
    { name: 'a key of who is disabled', headers: { apikey: disabled.apiKey } },
    {
      name: 'a token of who is disabled',
      headers: { authorization: await addToken(test, { tenantUid: test.fixtures.stage.uid, userUid: disabled.uid }) },
    },
    { name: 'an expired token', headers: { authorization: await tokenOf(test, admin, { until: -HOUR_MS }) } },
    {
      name: 'a token of elsewhere',
      headers: { authorization: await tokenOf(test, admin, { key: new Uint8Array(32) }) },
    },
    {
      name: 'a token whose session ran out',
      headers: { authorization: await addToken(test, { ...ofAdmin, expiresAt: LONG_AGO }) },
    },
    {
      name: 'a token of nobody',
      headers: { authorization: await test.deps.accessTokens.issue({ userUid: newUid(), sessionUid: newUid() }) },
    },
    { name: 'no token at all', headers: { authorization: 'Bearer nothing' } },
    { name: 'a session of nobody', headers: { cookie: `waybill=${newSessionToken()}` } },
    {
      name: 'an expired session',
      headers: { cookie: `waybill=${await addSession(test, { ...ofAdmin, expiresAt: LONG_AGO })}` },
    },
  ]
}

const otherSecretOf = ({ apiKey }: FixtureUser) => `${apiKey.split('.')[0]}.${createApiKey().apiKey.split('.')[1]}`

async function addKey({ deps, fixtures }: TestApp, { uid: userUid }: FixtureUser, times: object): Promise<string> {
  const { apiKey, publicId, keyHash } = createApiKey()
  const key = { uid: newUid(), tenantUid: fixtures.stage.uid, userUid, name: newUid(), publicId, keyHash }
  await deps.prisma.apiKey.create({ data: { ...key, ...times } })
  return apiKey
}

interface Signing {
  /** By default this installation's. */
  key?: Uint8Array
  until?: number
}

/** A token like those of `platform/access/credentials/access-token.ts`, with the given differences. */
function tokenOf(
  { deps }: TestApp,
  { uid }: FixtureUser,
  { key = deps.cipher.deriveKeys('access-token')[0], until = HOUR_MS }: Signing,
) {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject(uid)
    .setIssuer('waybill')
    .setAudience('waybill-api')
    .setExpirationTime(new Date(Date.now() + until))
    .sign(key)
}
