import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../platform/errors/app-error.ts'
import { foldEmail } from '../../platform/access/credentials/email.ts'

export interface TenantToMake {
  tenantName: string
  email: string
  password: string
  firstName: string
  lastName: string
}

export interface MadeTenant {
  tenantUid: string
  projectUid: string
  userUid: string
  auditUid: string
}

export interface SetupPorts {
  /** Of this installation. */
  code: string
  /** Counts the attempt before the code is looked at. Throws when there were too many. */
  countAttempt: (address: string) => Promise<void>
  forgiveAttempt: (address: string) => Promise<void>
  /** @throws AppError PasswordGuessable */
  hashPassword: (password: string, guessed: { email: string; names: string[] }) => Promise<string>
  /** All of it or nothing. @throws AppError TenantExists */
  makeTenant: (tenant: Omit<TenantToMake, 'password'> & { passwordHash: string }) => Promise<MadeTenant>
}

/**
 * Makes a tenant with its first administrator, for who knows the setup code: whoever reads the data directory.
 *
 * @throws AppError SetupCodeWrong, TooManyRequests, PasswordGuessable, TenantExists
 */
export async function setUpTenant(
  ports: SetupPorts,
  { code, address, password, ...tenant }: TenantToMake & { code: string; address: string },
): Promise<MadeTenant> {
  await ports.countAttempt(address)
  if (!isSameCode(code, ports.code)) throw new AppError('SetupCodeWrong')
  const email = foldEmail(tenant.email.trim())
  const names = [tenant.tenantName, tenant.firstName, tenant.lastName]
  const passwordHash = await ports.hashPassword(password, { email, names })
  const made = await ports.makeTenant({ ...tenant, email, passwordHash })
  await ports.forgiveAttempt(address)
  return made
}

/** Digests have one length, so that comparing takes the same time whatever was entered. */
const digestOf = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest()

const isSameCode = (entered: string, code: string) => timingSafeEqual(digestOf(entered), digestOf(code))
