import { verifyPassword } from '../../platform/access/credentials/password.ts'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import { countAgainst, forgive, type RateLimit } from '../../platform/rates/rate-limit.ts'
import { findTenantScope } from './session-repository.ts'
import { findUsers, type SignInUser } from './sign-in-repository.ts'

/**
 * Guesses at one account are counted per address, so that nobody can lock out its owner, who is elsewhere, nor other
 * users of an address, which may be a proxy's. Guesses at many accounts are limited by the request rates.
 */
const ACCOUNT: RateLimit = { name: 'login-account', max: 8, windowSeconds: 300 }

export interface SignInTools extends Pick<Platform, 'prisma' | 'tenantDb' | 'refusalLimit'> {
  log: { warn: (facts: object, message: string) => void }
  via: 'console' | 'token'
}

export interface Credentials {
  email: string
  password: string
  address: string
  /** Name of the tenant to sign in to, if e-mail and password are valid in several. */
  tenant?: string | undefined
}

/**
 * Finds the user of an e-mail and password.
 * @throws AppError InvalidCredentials, with the same text and timing for an unknown account, a wrong password and a
 * disabled user; TooManyRequests; TenantNeeded, with the tenants' names, if the credentials are valid in several
 */
export async function signIn(
  tools: SignInTools,
  { password, address, tenant, ...given }: Credentials,
): Promise<SignInUser> {
  const { prisma } = tools
  const email = foldEmail(given.email.trim())
  const attempt = `${email} ${address}`
  try {
    // Before checking the password, so that parallel guesses count too.
    await countAgainst(prisma, ACCOUNT, attempt)
  } catch (error) {
    if (error instanceof AppError)
      await reportRefusal(tools, { address, code: error.code, users: await findUsers(prisma, email) })
    throw error
  }
  const users = await findUsers(prisma, email)
  const opened = (await openedBy(users, password)).filter(({ tenantName }) => !tenant || tenantName === tenant)
  const [user] = opened
  if (!user) {
    await reportRefusal(tools, { address, code: 'InvalidCredentials', users })
    throw new AppError('InvalidCredentials')
  }
  await forgive(prisma, ACCOUNT, attempt)
  if (opened.length > 1) throw tenantNeeded(opened)
  return user
}

async function openedBy(users: readonly SignInUser[], password: string) {
  if (users.length === 0) await verifyPassword(undefined, password)
  const checks = await Promise.all(users.map(({ passwordHash }) => verifyPassword(passwordHash, password)))
  return users.filter(({ isDisabled }, index) => checks[index] && !isDisabled)
}

function tenantNeeded(opened: readonly SignInUser[]) {
  const details = opened.map(({ tenantName }) => ({
    code: 'TenantChoice',
    severity: 'warning' as const,
    group: 'tenant',
    path: 'tenant',
    params: { tenant: tenantName },
    message: tenantName,
  }))
  return new AppError('TenantNeeded', { details })
}

interface Refusal {
  address: string
  code: AppError['code']
  users: readonly SignInUser[]
}

/** Reports to the log, and to the audit logs of the tenants with such an account. */
async function reportRefusal(
  { tenantDb, refusalLimit, log, via }: SignInTools,
  { address, code, users }: Refusal,
): Promise<void> {
  log.warn({ address, code, via, userUids: users.map(({ uid }) => uid) }, 'sign-in refused')
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
