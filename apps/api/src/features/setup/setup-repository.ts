import { AppError } from '../../platform/errors/app-error.ts'
import { willAnswer, recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { hashChosenPassword } from '../../platform/access/credentials/chosen-password.ts'
import type { Platform } from '../../platform/platform.ts'
import { countAgainst, forgive, forgiveOne, type RateLimit } from '../../platform/rates/rate-limit.ts'
import { setupCodeOf } from '../../platform/access/credentials/setup-code.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import type { SetupPorts } from './setup-service.ts'

const ADDRESS: RateLimit = { name: 'setup-address', max: 5, windowSeconds: 300 }
const EVERYBODY: RateLimit = { name: 'setup', max: 50, windowSeconds: 300 }

export const hasTenant = async ({ prisma }: Pick<Platform, 'prisma'>): Promise<boolean> =>
  (await prisma.tenant.findFirst({ select: { uid: true } })) !== null

export const hasSingleSignOn = async ({ prisma }: Pick<Platform, 'prisma'>): Promise<boolean> =>
  (await prisma.ssoSettings.findFirst({ where: { isEnabled: true }, select: { tenantUid: true } })) !== null

export function createSetupPorts({
  prisma,
  tenantDb,
  cipher,
}: Pick<Platform, 'prisma' | 'tenantDb' | 'cipher'>): SetupPorts {
  return {
    code: setupCodeOf(cipher),
    async countAttempt(address) {
      await countAgainst(prisma, ADDRESS, address)
      await countAgainst(prisma, EVERYBODY, '')
    },
    async forgiveAttempt(address) {
      await forgive(prisma, ADDRESS, address)
      await forgiveOne(prisma, EVERYBODY, '')
    },
    hashPassword: hashChosenPassword,
    makeTenant: (tenant) => tenantDb(newUid()).$transaction((tx) => makeTenant(tx, tenant)),
  }
}

type NewTenant = Parameters<SetupPorts['makeTenant']>[0]

async function makeTenant(db: TenantClient, { tenantName, ...user }: NewTenant) {
  const tenantUid = db.$tenantUid
  // No model operation makes tenants behind the wall between them; this one makes its own.
  const made = await db.$executeRaw`
    INSERT INTO tenants (uid, name) VALUES (${tenantUid}, ${tenantName}) ON CONFLICT (name) DO NOTHING`
  if (made === 0) throw new AppError('TenantExists')
  const [projectUid, userUid] = [newUid(), newUid()]
  await db.user.create({ data: { uid: userUid, tenantUid, ...user } })
  await db.roleBinding.create({ data: { userUid, tenantUid, scopeUid: tenantUid, role: 'Tenant Admin' } })
  await db.project.create({ data: { uid: projectUid, tenantUid, name: 'Default' } })
  await db.registry.create({ data: { uid: newUid(), tenantUid, ...PUBLIC_REPO } })
  willAnswer({ tenantUid, projectUid, userUid })
  const auditUid = await recordEffect(db, {
    caller: { userUid, email: user.email, scope: { kind: 'tenant', uid: tenantUid, name: tenantName } },
    action: 'create',
    resource: { kind: 'tenant', uid: tenantUid, name: tenantName },
    details: { via: 'setup' },
  })
  return { tenantUid, projectUid, userUid, auditUid }
}

/** Clients map manifest layers to a registry of this name. It has no address until an administrator gives it one. */
const PUBLIC_REPO = {
  name: 'Public Repo',
  kind: 'pack',
  scope: 'system',
  isDefault: true,
  isSyncSupported: false,
} as const
