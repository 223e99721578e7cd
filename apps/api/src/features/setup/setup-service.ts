import { createHash, timingSafeEqual } from 'node:crypto'
import { hashChosenPassword } from '../../platform/access/credentials/chosen-password.ts'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { setupCodeOf } from '../../platform/access/credentials/setup-code.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { Platform } from '../../platform/platform.ts'
import { countAgainst, forgive, forgiveOne, type RateLimit } from '../../platform/rates/rate-limit.ts'
import { insertTenant, type NewTenant } from './setup-repository.ts'

const ADDRESS: RateLimit = { name: 'setup-address', max: 5, windowSeconds: 300 }
const EVERYBODY: RateLimit = { name: 'setup', max: 50, windowSeconds: 300 }

interface SetUp extends Omit<NewTenant, 'passwordHash'> {
  password: string
  code: string
  address: string
}

/**
 * Creates a tenant with its first administrator, all or nothing, for somebody who knows the setup code, because they
 * can read the data directory.
 * @throws AppError SetupCodeWrong, TooManyRequests, PasswordGuessable, TenantExists
 */
export async function setUpTenant(
  { prisma, tenantDb, cipher }: Pick<Platform, 'prisma' | 'tenantDb' | 'cipher'>,
  { code, address, password, ...tenant }: SetUp,
) {
  // Before checking the code, so that parallel guesses count too.
  await countAgainst(prisma, ADDRESS, address)
  await countAgainst(prisma, EVERYBODY, '')
  if (!isSameCode(code, setupCodeOf(cipher))) throw new AppError('SetupCodeWrong')
  const email = foldEmail(tenant.email.trim())
  const names = [tenant.tenantName, tenant.firstName, tenant.lastName]
  const passwordHash = await hashChosenPassword(password, { email, names })
  const made = await tenantDb(newUid()).$transaction(async (tx) => {
    const uids = await insertTenant(tx, { ...tenant, email, passwordHash })
    const { tenantUid, userUid } = uids
    willAnswer(uids)
    const auditUid = await recordEffect(tx, {
      caller: { userUid, email, scope: { kind: 'tenant', uid: tenantUid, name: tenant.tenantName } },
      action: 'create',
      resource: { kind: 'tenant', uid: tenantUid, name: tenant.tenantName },
      details: { via: 'setup' },
    })
    return { ...uids, auditUid }
  })
  await forgive(prisma, ADDRESS, address)
  await forgiveOne(prisma, EVERYBODY, '')
  return made
}

/** All digests have the same length, so that comparing takes the same time whatever was entered. */
const digestOf = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest()

const isSameCode = (entered: string, code: string) => timingSafeEqual(digestOf(entered), digestOf(code))
