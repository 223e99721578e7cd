import type { Send } from './driver/driver.ts'
import type { Database, Prisma } from './prisma.ts'
import { withRawSql, type RawSql } from './driver/raw-sql.ts'
import { inTenant } from './tenant-scope.ts'
import { keepsToTenant } from './tenant-sql.ts'

/** Operations whose `where` decides which rows are touched or read. */
const FILTERED = new Set([
  'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy',
  'update', 'updateMany', 'updateManyAndReturn', 'delete', 'deleteMany', 'upsert',
]) // prettier-ignore
const CREATES = new Set(['create', 'createMany', 'createManyAndReturn', 'upsert'])
const UPDATES = new Set(['update', 'updateMany', 'updateManyAndReturn', 'upsert'])
const SCALAR_OPERATIONS = new Set(['set', 'increment', 'decrement', 'multiply', 'divide', 'push', 'unset'])

/** Has no tenant: rare-request counters are keyed by digests. */
const UNSCOPED_MODEL = 'RateCounter'

type Args = Record<string, unknown>

/** A query that would leave the tenant, or that the client cannot keep inside it. A fault of ours, never of a caller. */
export class TenantWallError extends Error {}

/**
 * The database of one tenant: every query is filtered by it and every row created carries it, inside transactions too, so
 * that a forgotten filter cannot leak. Refused, because they pass by the filter: nested writes, `…Unsafe` raw SQL, raw SQL that
 * does not hold its rows against the tenant (tenant-sql.ts), changing a row's tenant; and `findUnique`, which Prisma gathers from
 * whoever asks at that moment and sends for one of them: `findFirst` finds the same.
 * `include` and `select` of relations are not filtered: they follow foreign keys out of rows that are.
 *
 * Every statement carries the tenant to PostgreSQL, whose policies are a second wall that knows nothing of this one.
 */
export function forTenant(prisma: Database, tenantUid: string): TenantDb {
  const { $driver } = prisma
  const models = modelsOf(prisma, tenantUid)
  const keepingTo = (send: Send) => async (sql: Prisma.Sql) => {
    if (!keepsToTenant(sql, tenantUid)) throw new TenantWallError('raw SQL that is not held against the tenant')
    return send(sql, tenantUid)
  }
  const $transaction: TenantDb['$transaction'] = (write, options) =>
    $driver.inTransaction((sendInside) =>
      models.$transaction((tx) => write(withRawSql(tx, keepingTo(sendInside()))), options),
    )
  return withRawSql(models, keepingTo($driver.send), { $transaction })
}

/** What repositories take: the tenant's client or a transaction on it. */
export type TenantClient = Omit<
  Models,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction' | keyof RawSql
> &
  RawSql

export type TenantDb = TenantClient & {
  $transaction: <Result>(
    write: (tx: TenantClient) => Promise<Result>,
    options?: { maxWait?: number; timeout?: number },
  ) => Promise<Result>
}

type Models = ReturnType<typeof modelsOf>

function modelsOf(prisma: Database, tenantUid: string) {
  const refuse = () => {
    throw new TenantWallError('unsafe raw SQL')
  }
  return prisma.$extends({
    name: 'tenant',
    client: { $tenantUid: tenantUid },
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => {
          const walled = withTenant({ model, operation, tenantUid }, args)
          return inTenant(tenantUid, () => query(walled))
        },
      },
      $queryRawUnsafe: refuse,
      $executeRawUnsafe: refuse,
    },
  })
}

interface Call {
  model: string
  operation: string
  tenantUid: string
}

function withTenant<T>({ model, operation, tenantUid }: Call, args: T): T {
  if (model === UNSCOPED_MODEL) throw new TenantWallError(`${model} belongs to no tenant`)
  if (!FILTERED.has(operation) && !CREATES.has(operation)) throw new TenantWallError(`${operation} is not known`)
  const column = model === 'Tenant' ? 'uid' : 'tenantUid'
  const wall = { [column]: tenantUid }
  const given: Args = isRecord(args) ? args : {}
  const walled: Args = { ...given }
  if (FILTERED.has(operation)) walled['where'] = filtered(given['where'], wall)
  if (CREATES.has(operation)) {
    if (model === 'Tenant') throw new TenantWallError('a tenant cannot create tenants')
    const key = operation === 'upsert' ? 'create' : 'data'
    walled[key] = created(given[key], tenantUid)
  }
  if (UPDATES.has(operation)) checkUpdate(given[operation === 'upsert' ? 'update' : 'data'], { column, tenantUid })
  // Prisma's own argument types differ per model and operation; the shape is kept, only where and data grew.
  return walled as T
}

/** Added with AND, so that a caller's own filter on another tenant finds nothing instead of being overwritten. */
function filtered(where: unknown, wall: Args): Args {
  const given: Args = isRecord(where) ? where : {}
  const and = given['AND'] === undefined ? [] : [given['AND']].flat()
  return { ...given, AND: [...and, wall] }
}

function created(data: unknown, tenantUid: string): unknown {
  if (Array.isArray(data)) return data.map((row: unknown) => created(row, tenantUid))
  const row: Args = isRecord(data) ? data : {}
  refuseNestedWrites(row)
  if (row['tenantUid'] !== undefined && row['tenantUid'] !== tenantUid)
    throw new TenantWallError('row of another tenant')
  return { ...row, tenantUid }
}

function checkUpdate(data: unknown, { column, tenantUid }: { column: string; tenantUid: string }) {
  const row: Args = isRecord(data) ? data : {}
  refuseNestedWrites(row)
  if (row[column] !== undefined && row[column] !== tenantUid)
    throw new TenantWallError('a row cannot change its tenant')
}

function refuseNestedWrites(row: Args) {
  for (const [field, value] of Object.entries(row)) {
    if (isRecord(value) && Object.keys(value).some((key) => !SCALAR_OPERATIONS.has(key))) {
      throw new TenantWallError(`nested write through ${field}`)
    }
  }
}

const isRecord = (value: unknown): value is Args =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
