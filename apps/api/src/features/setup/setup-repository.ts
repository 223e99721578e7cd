import { TENANT_ADMIN } from '../../platform/access/roles/roles.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export const hasTenant = async ({ prisma }: Pick<Platform, 'prisma'>): Promise<boolean> =>
  (await prisma.tenant.findFirst({ select: { uid: true } })) !== null

export const hasSingleSignOn = async ({ prisma }: Pick<Platform, 'prisma'>): Promise<boolean> =>
  (await prisma.ssoSettings.findFirst({ where: { isEnabled: true }, select: { tenantUid: true } })) !== null

export interface NewTenant {
  tenantName: string
  email: string
  passwordHash: string
  firstName: string
  lastName: string
}

/** Takes a transaction's client. @throws AppError TenantExists */
export async function insertTenant(db: TenantClient, { tenantName, ...user }: NewTenant) {
  const tenantUid = db.$tenantUid
  // The tenant's client has no model operation that creates tenants, so this is raw SQL.
  const made = await db.$executeRaw`
    INSERT INTO tenants (uid, name) VALUES (${tenantUid}, ${tenantName}) ON CONFLICT (name) DO NOTHING`
  if (made === 0) throw new AppError('TenantExists')
  const [projectUid, userUid] = [newUid(), newUid()]
  await db.user.create({ data: { uid: userUid, tenantUid, ...user } })
  await db.roleBinding.create({ data: { userUid, tenantUid, scopeUid: tenantUid, role: TENANT_ADMIN } })
  await db.project.create({ data: { uid: projectUid, tenantUid, name: 'Default' } })
  await db.registry.create({ data: { uid: newUid(), tenantUid, ...PUBLIC_REPO } })
  return { tenantUid, projectUid, userUid }
}

/** Clients map manifest layers to a registry of this name. It has no address until an administrator sets one. */
const PUBLIC_REPO = {
  name: 'Public Repo',
  kind: 'pack',
  scope: 'system',
  isDefault: true,
  isSyncSupported: false,
} as const
