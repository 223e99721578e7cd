import { AppError } from '../../platform/http/errors/app-error.ts'

export interface SignInUser {
  uid: string
  tenantUid: string
  email: string
  passwordHash: string
  isDisabled: boolean
}

export interface SignInPorts {
  /** Counts the attempt before the password is looked at, so that parallel guesses count too. Throws when there were too many. */
  countAttempt: (attempt: Attempt) => Promise<void>
  forgiveAttempt: (attempt: Attempt) => Promise<void>
  findUser: (email: string) => Promise<SignInUser | undefined>
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

/**
 * Finds the user of an e-mail and password.
 *
 * @throws AppError InvalidCredentials, the same in text and time for an unknown account, a wrong password and a disabled user.
 */
export async function signIn(
  ports: SignInPorts,
  { email, password, address }: Attempt & { password: string },
): Promise<SignInUser> {
  const attempt = { email: email.trim().toLowerCase(), address }
  await countAttempt(ports, attempt)
  const user = await ports.findUser(attempt.email)
  const isRight = await ports.verifyPassword(user?.passwordHash, password)
  if (!user || !isRight || user.isDisabled) {
    await ports.reportRefusal({ address, code: 'InvalidCredentials', users: user ? [user] : [] })
    throw new AppError('InvalidCredentials')
  }
  await ports.forgiveAttempt(attempt)
  return user
}

async function countAttempt(ports: SignInPorts, attempt: Attempt) {
  try {
    await ports.countAttempt(attempt)
  } catch (error) {
    if (error instanceof AppError) await ports.reportRefusal({ address: attempt.address, code: error.code, users: [] })
    throw error
  }
}
