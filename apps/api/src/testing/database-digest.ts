import { z } from 'zod'
import type { Database } from '../platform/database/prisma.ts'

/** What a request may write whatever it answers, with the reason. */
const WRITTEN_BY_ANY_REQUEST = {
  audit_events: 'refusals are recorded',
  idempotency_keys: 'taken before the handler runs, and given back when it refuses',
  rate_counters: 'refused sign-ins and imports are counted',
}
/** A session notes that it was used. */
const COLUMNS_WRITTEN_BY_ANY_REQUEST = ['last_seen_at']

const tablesSchema = z.array(z.object({ name: z.string(), isOfTenants: z.boolean() }))
const digestsSchema = z.array(z.object({ table: z.string(), tenantUid: z.string(), digest: z.string() }))

/** Of each table's rows of each tenant: a digest that says how many there are and changes with any of them. */
export type DatabaseDigest = z.infer<typeof digestsSchema>

/**
 * Digests all tables but those that any request may write.
 *
 * @returns a function that digests in one statement, to be called as often as wanted.
 */
export async function createDatabaseDigest(prisma: Database): Promise<() => Promise<DatabaseDigest>> {
  const tables = tablesSchema.parse(
    await prisma.$queryRaw`
      SELECT c.relname::text AS name, EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_uid'
      ) AS "isOfTenants"
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  )
  const statement = tables
    .filter(({ name }) => !Object.hasOwn(WRITTEN_BY_ANY_REQUEST, name))
    .map(({ name, isOfTenants }) => digestStatement(name, isOfTenants ? 'tenant_uid' : uidColumnOf(name)))
    .join(' UNION ALL ')
  return async () => digestsSchema.parse(await prisma.$queryRawUnsafe(`${statement} ORDER BY 1, 2`))
}

const uidColumnOf = (table: string) => (table === 'tenants' ? 'uid' : "''")

/** A sum of the rows' hashes needs no order. */
function digestStatement(table: string, tenant: string): string {
  const row = `(to_jsonb(t) - '{${COLUMNS_WRITTEN_BY_ANY_REQUEST.join()}}'::text[])::text`
  return `SELECT '${table}' AS "table", ${tenant}::text AS "tenantUid",
    count(*) || ' rows ' || sum(hashtextextended(${row}, 0)) AS digest FROM "${table}" t GROUP BY 2`
}

/** The tables whose rows differ, as `table of tenantUid`; empty when nothing was written between the two. */
export function changedTables(before: DatabaseDigest, after: DatabaseDigest): string[] {
  const byPlace = (digests: DatabaseDigest) =>
    new Map(digests.map(({ table, tenantUid, digest }) => [`${table} of ${tenantUid}`, digest]))
  const [old, now] = [byPlace(before), byPlace(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((place) => old.get(place) !== now.get(place))
}
