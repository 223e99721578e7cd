import { SourceError } from '@waybill/pack-sources'
import type { Config } from '../../../config.ts'
import { checkGrant } from '../../../platform/access/roles/grant-policy.ts'
import { BUILT_IN_ROLES, builtInRole, TENANT_ADMIN } from '../../../platform/access/roles/roles.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { checkEndpoint } from '../../../platform/outbound/guard/endpoint.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { withProvider } from '../provider/identity-provider.ts'
import { isDenial, providerFault, type ProviderFault } from '../provider/provider-fault.ts'
import { readSso, type SsoSettings, writeSso } from './sso-settings-repository.ts'

/** The requested settings; an absent secret stays as it is. */
export type SsoDraft = Omit<SsoSettings, 'clientSecret'> & { clientSecret: string | undefined }

type Allowed = Pick<Config, 'allowedHosts'>

/**
 * Replaces the settings and writes the audit event, both or neither.
 * @returns the uid of the audit event
 * @throws AppError GrantExceedsOwn, and what `completeSso` throws
 */
export async function changeSso(
  { db, caller, tools: { cipher, config } }: UseCase<'cipher' | 'config'>,
  change: (before: SsoSettings) => SsoDraft,
): Promise<string> {
  // Whoever sets the provider decides who signs in as anybody.
  checkGrant(caller, builtInRole(TENANT_ADMIN)?.permissions ?? [])
  const before = await readSso(db, cipher)
  const after = completeSso(change(before), before, config)
  return db.$transaction(async (tx) => {
    const changed = await writeSso(tx, cipher, after)
    return recordAudit(tx, {
      caller,
      action: 'update',
      resource: { kind: 'tenant', uid: caller.tenantUid, name: caller.tenantName },
      details: { what: 'single sign-on', changed, isEnabled: after.isEnabled },
    })
  })
}

/**
 * The settings to store. A stored secret is only ever sent to the issuer that it was entered for: otherwise somebody
 * who may change the settings could have it sent to their own server.
 * @throws AppError SsoSecretNeeded; InvalidRequest if something needed to ask a provider is missing
 */
export function completeSso(draft: SsoDraft, before: SsoSettings, { allowedHosts }: Allowed): SsoSettings {
  const isMoved = before.clientSecret !== '' && draft.issuer !== before.issuer
  if (draft.clientSecret === undefined && isMoved) throw new AppError('SsoSecretNeeded')
  const settings = { ...draft, clientSecret: draft.clientSecret ?? before.clientSecret }
  const groupRoles = settings.groupRoles.map(({ group, role }) => ({ group, role: roleName(role) }))
  const complete = { ...settings, groupRoles }
  if (!draft.isEnabled && draft.issuer === '') return complete
  checkIssuer(draft.issuer, allowedHosts)
  if (draft.clientId === '') throw wrong('clientId')
  if (draft.emailClaim === '') throw wrong('claims.email')
  if (draft.isEnabled && draft.domains.length === 0) throw wrong('domains')
  return complete
}

function roleName(uidOrName: string): string {
  const role = BUILT_IN_ROLES.find(({ uid, name }) => uid === uidOrName || name === uidOrName)
  if (!role) throw wrong('groupRoles')
  return role.name
}

const wrong = (field: string) => new AppError('InvalidRequest', { params: { field } })

function checkIssuer(issuer: string, allowedHosts: readonly string[]): void {
  try {
    checkEndpoint(issuer, allowedHosts)
  } catch (error) {
    if (error instanceof SourceError) throw new AppError('ForbiddenUrl')
    throw error
  }
}

/** @returns why the provider cannot be used with these settings; undefined if it can */
export async function testSso(
  settings: SsoSettings,
  { allowedHosts }: Allowed,
  redirectUri: string,
): Promise<ProviderFault | undefined> {
  let isFound = false
  try {
    await withProvider(settings, allowedHosts, (provider) => {
      isFound = true
      return provider.tryClient(redirectUri)
    })
    return undefined
  } catch (error) {
    const fault = providerFault(error)
    if (fault !== 'failed') return fault
    if (!isFound) return 'not-a-provider'
    // Refusing the invalid code is the expected result.
    return isDenial(error) ? undefined : fault
  }
}
