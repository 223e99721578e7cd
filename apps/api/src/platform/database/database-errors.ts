import type { ErrorCode } from '@waybill/api-contract'
import { AppError } from '../errors/app-error.ts'

/**
 * Prisma's and PostgreSQL's codes for: unreachable, closed, role or password no longer accepted, no free connection in
 * time, deadlock or serialization failure, statement, lock or idle transaction timeout, and out of any resource but
 * disk space.
 */
const UNAVAILABLE =
  /^(P100[0128]|P1010|P1017|P2024|P2028|P2034|P2037|57P0[1-5]|57014|55P03|25P0[34]|53[0234]00|08...|28...|40001|40P01)$/
const UNAVAILABLE_SOCKET = /^(ECONN\w+|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)$/

/**
 * Messages of pg and its pool about lost connections, which carry no code. pg's version is pinned, and tests provoke
 * each message.
 */
const CONNECTION_LOST =
  /^(Connection terminated|timeout e(xpired|xceeded when trying to connect)$|Client .* is not queryable$|Cannot use a pool after)/
const UNAVAILABLE_KINDS = new Set([
  'DatabaseNotReachable',
  'AuthenticationFailed',
  'DatabaseAccessDenied',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
])
const UNAVAILABLE_NAMES = new Set(['PrismaClientInitializationError', 'PrismaClientRustPanicError'])

/** Disk full: PostgreSQL's code, or the system's where that is reported instead. */
const STORAGE_FULL = /^(53100|ENOSPC|EDQUOT)$/

/** NUL, or half of a surrogate pair, in a text: PostgreSQL can store neither. */
const UNSTORABLE = /^(22021|22P05)$/

/**
 * The row that this one belongs to or updates does not exist, or not any more: Prisma's codes, and PostgreSQL's for raw
 * SQL.
 */
const PLACE_GONE = /^(P2003|P2025|23503)$/

const UNIQUE_VIOLATIONS: Readonly<Record<string, ErrorCode>> = {
  Macro: 'MacroExists',
  Registry: 'RegistryExists',
  Tenant: 'TenantExists',
  Role: 'RoleExists',
  Team: 'TeamExists',
  User: 'UserExists',
  Project: 'ProjectExists',
  ApiKey: 'ApiKeyExists',
  TagFilter: 'FilterExists',
}

/** Maps a database error to an AppError; undefined if the error is not the database's. Its message is never shown. */
export function databaseError(error: unknown): AppError | undefined {
  const chain = causesOf(error)
  if (chain.some(hasCode(STORAGE_FULL))) return new AppError('StorageFull', { cause: error })
  if (chain.some(isUnavailable)) return new AppError('Unavailable', { cause: error })
  if (chain.some(isUnstorable)) return new AppError('TextUnstorable', { cause: error })
  if (chain.some(isPlaceGone)) return new AppError('ResourceNotFound', { cause: error })
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'P2002')
    return new AppError(UNIQUE_VIOLATIONS[modelOf(error)] ?? 'InvalidRequest', { cause: error })
  return undefined
}

function causesOf(error: unknown): object[] {
  const chain: object[] = []
  for (let next: unknown = error; typeof next === 'object' && next !== null && chain.length < 8; next = causeOf(next)) {
    chain.push(next)
  }
  return chain
}

function causeOf(error: object): unknown {
  if ('cause' in error && error.cause) return error.cause
  const meta = 'meta' in error ? error.meta : undefined
  return typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta ? meta.driverAdapterError : undefined
}

function textAt(error: object, key: string): string {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

const hasCode = (codes: RegExp) => (error: object) =>
  codes.test(textAt(error, 'code')) || codes.test(textAt(error, 'originalCode'))

const isUnstorable = hasCode(UNSTORABLE)
const isPlaceGone = hasCode(PLACE_GONE)

function isUnavailable(error: object): boolean {
  const text = (key: string) => textAt(error, key)
  return (
    hasCode(UNAVAILABLE)(error) ||
    hasCode(UNAVAILABLE_SOCKET)(error) ||
    UNAVAILABLE_KINDS.has(text('kind')) ||
    UNAVAILABLE_NAMES.has(text('name')) ||
    CONNECTION_LOST.test(text('message'))
  )
}

function modelOf(error: Error): string {
  const meta = 'meta' in error ? error.meta : undefined
  const model = typeof meta === 'object' && meta !== null && 'modelName' in meta ? meta.modelName : undefined
  return typeof model === 'string' ? model : ''
}
