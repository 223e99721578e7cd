import { setupCodeOf } from '../../platform/access/credentials/setup-code.ts'
import { PASSWORD } from '../fixtures.ts'
import { CLIENT, startIdentityProvider } from '../outside/identity-provider.ts'
import { addToken } from '../sessions.ts'
import { newUid } from '../../platform/database/uid.ts'
import { addProfile } from '../profiles.ts'
import { newSessionToken, sessionTokenHash } from '../../platform/access/session.ts'
import { buildTestApp, type TestApp } from '../test-app.ts'
import { takeSnapshot } from '../database/database-snapshot.ts'
import { canaryOf, type Kind } from '../tenancy/world/places.ts'
import { startRegistryServer } from '../registry-servers/registry-server.ts'
import { writeAudit } from '../tenancy/world/project-things.ts'
import { createWorld } from '../tenancy/world/world.ts'
import { CANARY } from './spoilt/hostile-values.ts'

/** The app with a furnished tenant that is the same for every request: `snapshot.restore` undoes the previous one. */
export async function prepareWorld() {
  const server = await startRegistryServer()
  const provider = await startIdentityProvider({ redirectUris: ['http://waybill.test/login'] })
  const test = await buildTestApp({ settings: { ALLOWED_HOSTS: `${server.host},${provider.host}` } })
  const world = await createWorld(test, server.endpoints)
  const { uid: tenantUid, users } = world.tenant
  const layers = [{ name: 'published', values: `token: ${CANARY}\n` }]
  const variables = [{ name: 'TOKEN', defaultValue: CANARY, isSensitive: true }]
  const published = await addProfile(test, { tenantUid, name: 'published', layers, variables })
  // Only an event's actor may add a message to it.
  const actor = users.tenantAdmin
  const audit = await writeAudit(test, { place: 'first', tenantUid, projectUid: undefined, actor })
  const session = newUid()
  const expiresAt = new Date('2099-01-01')
  await test.deps.prisma.session.create({ data: { uid: session, tenantUid, userUid: actor.uid, expiresAt } })
  const more: Partial<Record<Kind, string[]>> = {
    profile: [published],
    audit: [audit],
    user: [actor.uid],
    session: [session],
  }
  await addProvider(test, tenantUid, provider.issuer)
  const pathTokens = await addTokens(test, users.tenantViewer.uid)
  const snapshot = await takeSnapshot(test.databaseUrl)
  return {
    ...test,
    snapshot,
    apiKey: users.tenantAdmin.apiKey,
    foreignTenantUid: world.foreignTenantUid,
    published,
    pathTokens,
    thingsOf: (kind: Kind) => [...new Set([world.first[kind], world.second[kind], ...(more[kind] ?? [])])],
    endpoints: server.endpoints,
    issuer: provider.issuer,
    account: {
      tenant: world.tenant.name,
      email: users.tenantAdmin.email,
      password: PASSWORD,
      setupCode: setupCodeOf(test.deps.cipher),
    },
    secrets: [
      CANARY,
      ...['first', 'second', 'shared'].flatMap((place) =>
        ['value', 'password', 'system'].map((what) => canaryOf(place, what)),
      ),
    ],
    close: async () => {
      await snapshot.close()
      await test.close()
      await server.close()
      await provider.stop()
    },
  }
}

/** Sets up single sign-on with a running provider. */
async function addProvider({ deps }: TestApp, tenantUid: string, issuer: string): Promise<void> {
  const claims = { emailClaim: 'email', firstNameClaim: '', lastNameClaim: '', groupsClaim: '' }
  const settings = { isEnabled: true, issuer, clientId: CLIENT.id, scopes: [], domains: ['matrix.test'], ...claims }
  await deps.prisma.ssoSettings.create({ data: { uid: newUid(), tenantUid, ...settings } })
}

export type PreparedWorld = Awaited<ReturnType<typeof prepareWorld>>

/** Tokens for path parameters, by the parameter's name. */
async function addTokens(test: TestApp, userUid: string): Promise<Readonly<Record<string, string[]>>> {
  const passwordToken = newSessionToken()
  const data = { resetTokenHash: sessionTokenHash(passwordToken), resetExpiresAt: new Date('2099-01-01') }
  await test.deps.prisma.user.update({ where: { uid: userUid }, data })
  return {
    passwordToken: [passwordToken],
    token: [await addToken(test, { tenantUid: test.fixtures.stage.uid, userUid })],
  }
}
