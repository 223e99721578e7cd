import { AppError } from '../../platform/errors/app-error.ts'
import { foldEmail } from '../../platform/access/credentials/email.ts'

export interface SignInUser {
  uid: string
  tenantUid: string
  tenantName: string
  email: string
  passwordHash: string
  isDisabled: boolean
}

export interface SignInPorts {
  /** Counts the attempt before the password is looked at, so that parallel guesses count too. Throws when there were too many. */
  countAttempt: (attempt: Attempt) => Promise<void>
  forgiveAttempt: (attempt: Attempt) => Promise<void>
  /** In every tenant. */
  findUsers: (email: string) => Promise<readonly SignInUser[]>
  verifyPassword: (passwordHash: string | undefined, password: string) => Promise<boolean>
  /** Tells the log, and the audit log of who has the account. */
  reportRefusal: (refusal: Refusal) => Promise<void>
}

export interface Attempt {
  email: string
  address: string
}

export interface Refusal {
  address: string
  code: AppError['code']
  users: readonly SignInUser[]
}

export interface Credentials extends Attempt {
  password: string
  /** Name of the tenant to enter, where e-mail and password open several. */
  tenant?: string | undefined
}

/**
 * Finds the user of an e-mail and password.
 *
 * @throws AppError InvalidCredentials, the same in text and time for an unknown account, a wrong password and a disabled user;
 * TenantNeeded, with their names, where several tenants would open.
 */
export async function signIn(
  ports: SignInPorts,
  { email, password, address, tenant }: Credentials,
): Promise<SignInUser> {
  const attempt = { email: foldEmail(email.trim()), address }
  await countAttempt(ports, attempt)
  const users = await ports.findUsers(attempt.email)
  const opened = (await openedBy(ports, users, password)).filter(({ tenantName }) => !tenant || tenantName === tenant)
  const [user] = opened
  if (!user) {
    await ports.reportRefusal({ address, code: 'InvalidCredentials', users })
    throw new AppError('InvalidCredentials')
  }
  await ports.forgiveAttempt(attempt)
  if (opened.length > 1) throw tenantNeeded(opened)
  return user
}

async function openedBy({ verifyPassword }: SignInPorts, users: readonly SignInUser[], password: string) {
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

async function countAttempt(ports: SignInPorts, attempt: Attempt) {
  try {
    await ports.countAttempt(attempt)
  } catch (error) {
    if (error instanceof AppError) {
      const users = await ports.findUsers(attempt.email)
      await ports.reportRefusal({ address: attempt.address, code: error.code, users })
    }
    throw error
  }
}
