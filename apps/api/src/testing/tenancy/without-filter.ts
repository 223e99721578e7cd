import { Prisma, type Database } from '../../platform/database/prisma.ts'
import type { TenantDb } from '../../platform/database/tenant-db.ts'
import { inTenant } from '../../platform/database/tenant-scope.ts'

/**
 * A tenant's client without its filter: none is added, and raw SQL compares a row's tenant with itself. Only
 * PostgreSQL's row-level security keeps tenants apart.
 */
export function withoutFilter(prisma: Database, tenantUid: string): TenantDb {
  const raw = ({ args, query }: { args: Prisma.Sql; query: (args: Prisma.Sql) => Promise<unknown> }) =>
    inTenant(tenantUid, () => query(withoutComparison(args, tenantUid)))
  const extended = prisma.$extends({
    client: { $tenantUid: tenantUid },
    query: {
      $allModels: {
        $allOperations: ({ operation, args, query }) =>
          inTenant(tenantUid, () => query(operation.startsWith('create') ? withOwner(args, tenantUid) : args)),
      },
      $queryRaw: raw,
      $executeRaw: raw,
    },
  })
  return extended
}

/** Rows still name their tenant, since they must. */
function withOwner<T>(args: T, tenantUid: string): T {
  const { data, ...others } = args as { data: object | object[] }
  const owned = Array.isArray(data) ? data.map((row) => ({ ...row, tenantUid })) : { ...data, tenantUid }
  return { ...others, data: owned } as T
}

const COMPARISON = /\b((?:\w+\.)?(?:tenant_uid|uid))\s*=\s*$/i

function withoutComparison({ strings, values }: Prisma.Sql, tenantUid: string): Prisma.Sql {
  const [first = '', ...rest] = strings
  const texts = [first]
  const kept: unknown[] = []
  for (const [index, value] of values.entries()) {
    const before = texts.at(-1) ?? ''
    const column = value === tenantUid ? COMPARISON.exec(before)?.[1] : undefined
    if (column === undefined) {
      kept.push(value)
      texts.push(rest[index] ?? '')
    } else texts[texts.length - 1] = `${before}${column}${rest[index] ?? ''}`
  }
  return new Prisma.Sql(texts, kept)
}
