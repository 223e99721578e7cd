import type { FastifyBaseLogger } from 'fastify'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Platform } from '../../platform/platform.ts'
import { verifyPassword } from '../../platform/access/credentials/password.ts'
import { countAgainst, forgive, type RateLimit } from '../../platform/rates/rate-limit.ts'
import { findTenantScope } from './session-repository.ts'
import type { Refusal, SignInPorts, SignInUser } from './sign-in-service.ts'

/**
 * Guesses at one account are counted per address, so that nobody can lock an account's owner out from elsewhere, nor the others
 * at an address, which may be a proxy's. Guesses at many accounts end at the request rates.
 */
const ACCOUNT: RateLimit = { name: 'login-account', max: 8, windowSeconds: 300 }

interface SignInTools extends Pick<Platform, 'prisma' | 'tenantDb' | 'refusalLimit'> {
  log: FastifyBaseLogger
  via: 'console' | 'token'
}

export function createSignInRepository({ prisma, tenantDb, refusalLimit, log, via }: SignInTools): SignInPorts {
  return {
    countAttempt: ({ email, address }) => countAgainst(prisma, ACCOUNT, `${email} ${address}`),
    forgiveAttempt: ({ email, address }) => forgive(prisma, ACCOUNT, `${email} ${address}`),
    findUsers: (email) => findUsers(prisma, email),
    verifyPassword,
    async reportRefusal(refusal) {
      const { address, code, users } = refusal
      log.warn({ address, code, via, userUids: users.map(({ uid }) => uid) }, 'sign-in refused')
      await recordRefusal({ tenantDb, refusalLimit, via }, refusal)
    },
  }
}

async function findUsers(prisma: Platform['prisma'], email: string): Promise<SignInUser[]> {
  const users = await prisma.user.findMany({ where: { email } })
  const tenants = await prisma.tenant.findMany({ where: { uid: { in: users.map(({ tenantUid }) => tenantUid) } } })
  const names = new Map(tenants.map(({ uid, name }) => [uid, name]))
  return users
    .map((user) => ({ ...user, tenantName: names.get(user.tenantUid) ?? '', isDisabled: user.disabledAt !== null }))
    .toSorted((one, other) => one.tenantName.localeCompare(other.tenantName, 'en'))
}

async function recordRefusal(
  { tenantDb, refusalLimit, via }: Pick<SignInTools, 'tenantDb' | 'refusalLimit' | 'via'>,
  { code, users }: Refusal,
): Promise<void> {
  for (const { uid, email, tenantUid } of users) {
    const leftOut = refusalLimit.take({ tenantUid, userUid: uid })
    if (leftOut === undefined) continue
    const db = tenantDb(tenantUid)
    await recordAudit(db, {
      caller: { userUid: uid, email, scope: await findTenantScope(db) },
      action: 'refuse-login',
      resource: { kind: 'user', uid, name: email },
      details: { via, code, ...(leftOut > 0 && { leftOut }) },
    })
  }
}
