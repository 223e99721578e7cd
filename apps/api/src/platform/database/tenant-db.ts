import type { Send } from './driver/driver.ts'
import type { Database, Prisma } from './prisma.ts'
import { withRawSql, type RawSql } from './driver/raw-sql.ts'
import { inTenant } from './tenant-scope.ts'
import { keepsToTenant } from './tenant-sql.ts'

/** Operations whose `where` decides which rows are read or changed. */
const FILTERED = new Set([
  'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy',
  'update', 'updateMany', 'updateManyAndReturn', 'delete', 'deleteMany', 'upsert',
]) // prettier-ignore
const CREATES = new Set(['create', 'createMany', 'createManyAndReturn', 'upsert'])
const UPDATES = new Set(['update', 'updateMany', 'updateManyAndReturn', 'upsert'])
const SCALAR_OPERATIONS = new Set(['set', 'increment', 'decrement', 'multiply', 'divide', 'push', 'unset'])

/** Belongs to no tenant: its counters are keyed by digests. */
const UNSCOPED_MODEL = 'RateCounter'

type Args = Record<string, unknown>

/**
 * A query that would leave the tenant, or that this client cannot keep inside it. Always our bug, never the caller's
 * fault.
 */
export class TenantWallError extends Error {}

/**
 * A database client for one tenant: every query is filtered by tenant and every created row is given that tenant,
 * inside transactions too, so a forgotten filter cannot leak data. It refuses everything that would bypass the filter:
 * nested writes, `…Unsafe` raw SQL, raw SQL that does not compare its rows with the tenant (tenant-sql.ts), changing a
 * row's tenant, and `findUnique`, which Prisma batches across concurrent callers and sends on behalf of one of them;
 * use `findFirst` instead. Relations in `include` and `select` are not filtered: they follow foreign keys from rows
 * that are. Every statement also passes the tenant to PostgreSQL, whose row-level security is an independent second
 * barrier.
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

/** What repositories take: the tenant's client, or a transaction on it. */
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
  // Prisma's argument types differ by model and operation. The shape is unchanged here: only `where` and `data` were
  // extended.
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
