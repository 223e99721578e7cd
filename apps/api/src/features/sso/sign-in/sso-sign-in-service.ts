import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { unknownPasswordHash } from '../../../platform/access/credentials/password.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Identity, withProvider } from '../provider/identity-provider.ts'
import { isUnanswered } from '../provider/provider-fault.ts'
import {
  findSsoTenantByDomain,
  findSsoTenantByName,
  readSso,
  type SsoSettings,
} from '../settings/sso-settings-repository.ts'
import type { SsoFlow } from './sealed-flow.ts'
import { endWhatOthersMayKnow } from './end-what-others-may-know.ts'
import { checkSubject, domainOf, readGroups, readPerson } from './sso-claims.ts'
import { SsoRefusal } from './sso-refusal.ts'
import { applyGroups } from '../groups/sso-role-service.ts'
import { applyTeams } from '../groups/sso-team-service.ts'
import { findKnown, type SsoUser } from './sso-user-repository.ts'
import { linkUser } from './sso-user-service.ts'

type Tools = Pick<Platform, 'prisma' | 'tenantDb' | 'cipher' | 'config'>

/**
 * Begins a sign-in at the provider for an e-mail's domain, or for a tenant's exact name. It does not look up users.
 * @throws AppError SsoNotFound, both for an unknown name and for one without single sign-on; SsoTenantNeeded,
 * SsoProviderDown
 */
export async function startSignIn(
  { prisma, tenantDb, cipher, config }: Tools,
  { emailOrTenant, redirectUri }: { emailOrTenant: string; redirectUri: string },
): Promise<{ flow: SsoFlow; location: string }> {
  const tenantUid = emailOrTenant.includes('@')
    ? await findSsoTenantByDomain(prisma, domainOf(emailOrTenant))
    : await findSsoTenantByName(prisma, emailOrTenant)
  if (tenantUid === undefined) throw new AppError('SsoNotFound')
  const settings = await readSso(tenantDb(tenantUid), cipher)
  const codeVerifier = randomPKCECodeVerifier()
  const flow = { tenantUid, state: randomState(), nonce: randomNonce(), codeVerifier, redirectUri }
  try {
    const location = await withProvider(settings, config.allowedHosts, (provider) => provider.begin(flow))
    return { flow, location: location.href }
  } catch (error) {
    throw new AppError('SsoProviderDown', { cause: error })
  }
}

/**
 * Identifies the user who came back from the provider, and creates or links their account the first time.
 * @throws SsoRefusal; AppError SsoNotFound if the tenant no longer has single sign-on
 */
export async function finishSignIn(
  { tenantDb, cipher, config }: Tools,
  flow: SsoFlow,
  answer: URLSearchParams,
): Promise<SsoUser> {
  const db = tenantDb(flow.tenantUid)
  const settings = await readSso(db, cipher)
  if (!settings.isEnabled) throw new AppError('SsoNotFound')
  const identity = await exchange(settings, config.allowedHosts, { flow, answer })
  checkSubject(identity.subject)
  const user = (await findKnown(db, identity)) ?? (await meet(db, settings, identity))
  if (user.isDisabled) throw new SsoRefusal('SsoAccountDisabled', { user })
  const groups = readGroups(identity.claims, settings)
  await applyGroups(db, user, { groupRoles: settings.groupRoles, groups })
  if (settings.groupsClaim !== '') await applyTeams(db, user, { groups, syncsTeams: settings.syncsTeams })
  await endWhatOthersMayKnow(db, user)
  return user
}

async function exchange(
  settings: SsoSettings,
  allowedHosts: readonly string[],
  { flow, answer }: { flow: SsoFlow; answer: URLSearchParams },
): Promise<Identity> {
  let isReached = false
  try {
    return await withProvider(settings, allowedHosts, (provider) => {
      isReached = true
      return provider.finish(flow, answer)
    })
  } catch (error) {
    // An invalid signature, nonce or state counts as a denial too: the provider did not send it.
    const isDown = !isReached || isUnanswered(error)
    throw new SsoRefusal(isDown ? 'SsoProviderDown' : 'SsoDenied', { cause: error })
  }
}

/**
 * @throws SsoRefusal if the e-mail is not verified, is in none of the tenant's domains, or belongs to another identity
 */
async function meet(db: TenantDb, settings: SsoSettings, { issuer, subject, claims }: Identity): Promise<SsoUser> {
  const person = readPerson(claims, settings)
  const { email } = person
  if (!settings.domains.includes(domainOf(email))) throw new SsoRefusal('SsoEmailForeign', { email })
  const passwordHash = await unknownPasswordHash()
  const { user, isLinked } = await linkUser(db, { issuer, subject, person, passwordHash })
  if (!isLinked) throw new SsoRefusal('SsoIdentityDiffers', { user })
  return user
}
