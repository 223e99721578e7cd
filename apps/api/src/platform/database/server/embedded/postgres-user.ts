import { execFileSync } from 'node:child_process'
import { OperatorError } from '../../../errors/operator-error.ts'

export interface SystemUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, and no other user is available to run it. */
export class PostgresUserError extends OperatorError {
  constructor(why: string, options?: ErrorOptions) {
    const remedy = 'Start Waybill as another user than root, or set DATABASE_URL'
    super(`PostgreSQL does not run as root, and ${why}. ${remedy}.`, options)
  }
}

/**
 * PostgreSQL refuses to run as root, so root starts it as the system user postgres, which is created if missing.
 * @throws PostgresUserError
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  try {
    return lookUpPostgresUser()
  } catch {
    makePostgresUser()
    return lookUpPostgresUser()
  }
}

function makePostgresUser() {
  const nobody = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  try {
    execFileSync('useradd', [...nobody, 'postgres'], { stdio: 'ignore' })
  } catch (cause) {
    throw new PostgresUserError('a user postgres cannot be made', { cause })
  }
}

function lookUpPostgresUser(): SystemUser {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  return { uid: id('-u'), gid: id('-g') }
}
