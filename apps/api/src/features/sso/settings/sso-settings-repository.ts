import { z } from 'zod'
import type { Database } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'

/** Members of the group hold the role, by its name, in the tenant. */
export interface GroupRole {
  group: string
  role: string
}

const groupRolesSchema = z.array(z.object({ group: z.string(), role: z.string() }))

export interface SsoSettings {
  isEnabled: boolean
  issuer: string
  clientId: string
  /** Empty for a client without a secret. */
  clientSecret: string
  scopes: readonly string[]
  emailClaim: string
  firstNameClaim: string
  lastNameClaim: string
  groupsClaim: string
  groupRoles: readonly GroupRole[]
  /** Whether a team is created for a group without one. */
  syncsTeams: boolean
  domains: readonly string[]
  usesUserInfo: boolean
  ca: string
}

/** The settings before anything is configured. */
const NO_SSO: SsoSettings = {
  isEnabled: false,
  issuer: '',
  clientId: '',
  clientSecret: '',
  scopes: ['profile', 'email'],
  emailClaim: 'email',
  firstNameClaim: 'given_name',
  lastNameClaim: 'family_name',
  groupsClaim: 'groups',
  groupRoles: [],
  syncsTeams: false,
  domains: [],
  usesUserInfo: false,
  ca: '',
}

const placeOf = (tenantUid: string, row: string) =>
  ({ tenantUid, table: 'sso_settings', row, column: 'client_secret' }) as const

export async function readSso(db: TenantClient, cipher: Cipher): Promise<SsoSettings> {
  const row = await db.ssoSettings.findFirst()
  if (!row) return NO_SSO
  const { uid, tenantUid, clientSecret, ...settings } = row
  const groupRoles = groupRolesSchema.parse(JSON.parse(settings.groupRoles))
  return {
    ...settings,
    groupRoles,
    clientSecret: clientSecret ? cipher.decrypt(clientSecret, placeOf(tenantUid, uid)) : '',
  }
}

/** Takes a transaction's client. @returns the names of the changed fields */
export async function writeSso(tx: TenantClient, cipher: Cipher, after: SsoSettings): Promise<string[]> {
  const tenantUid = tx.$tenantUid
  const { clientSecret, scopes, domains, groupRoles, ...settings } = after
  const before = await readSso(tx, cipher)
  const uid = (await tx.ssoSettings.findFirst({ select: { uid: true } }))?.uid ?? newUid()
  const secret = clientSecret === '' ? null : cipher.encrypt(clientSecret, placeOf(tenantUid, uid))
  const lists = { scopes: [...scopes], domains: [...domains], groupRoles: JSON.stringify(groupRoles) }
  const data = { ...settings, ...lists, clientSecret: secret }
  await tx.ssoSettings.upsert({ where: { uid }, create: { uid, tenantUid, ...data }, update: data })
  return Object.keys(after).filter((field) => !isSame(Reflect.get(before, field), Reflect.get(after, field)))
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The tenant with this exact name, if it has single sign-on. */
export async function findSsoTenantByName(prisma: Database, name: string): Promise<string | undefined> {
  const tenant = await prisma.tenant.findUnique({ where: { name }, select: { uid: true } })
  if (!tenant) return undefined
  const enabled = await prisma.ssoSettings.count({ where: { tenantUid: tenant.uid, isEnabled: true } })
  return enabled === 1 ? tenant.uid : undefined
}

/**
 * The tenant of a domain; undefined if there is none.
 * @throws AppError SsoTenantNeeded if there are several: domains are not exclusive, and which tenants use one is not
 * revealed
 */
export async function findSsoTenantByDomain(prisma: Database, domain: string): Promise<string | undefined> {
  const where = { isEnabled: true, domains: { has: domain } }
  const [found, another] = await prisma.ssoSettings.findMany({ where, select: { tenantUid: true }, take: 2 })
  if (another) throw new AppError('SsoTenantNeeded')
  return found?.tenantUid
}
