import type pg from 'pg'
import { INSTALLATION } from '../tenant-scope.ts'

/** Counts requests by digests: of no tenant. */
export const TABLES_OF_NO_TENANT: readonly string[] = ['rate_counters']

/** The first transaction of a new tenant keeps its answer under a key that is older than the tenant. */
const SHARED: Readonly<Record<string, string>> = { idempotency_keys: INSTALLATION }

/** What the statement said of itself (../tenant-pool.ts); in a sub-select, so that it is asked for once and not row by row. */
const SAID = `(SELECT current_setting('waybill.tenant', true))`

/** Tables without the policy, and the column that it looks at. */
const UNGUARDED = `
  SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND a.attname = CASE c.relname WHEN 'tenants' THEN 'uid' ELSE 'tenant_uid' END
    AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant'))`

/** Views that show what their owner sees, whoever asks. */
const OPEN_VIEWS = `
  SELECT relname AS view FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND NOT coalesce(reloptions, '{}') && '{security_invoker=true}'`

/**
 * Row-level security for every table whose rows belong to a tenant, those of the migration that just ran included: whoever adds a
 * table need not think of it. Owners and superusers pass by policies, so the application connects as neither
 * (application-role.ts). Views show no more than who asks sees in their tables.
 */
export async function guardTables(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string; column: string }>(UNGUARDED)
  for (const { table, column } of rows) {
    const [name, own] = [owner.escapeIdentifier(table), owner.escapeIdentifier(column)]
    await owner.query(`
      BEGIN;
      ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS tenant ON ${name};
      CREATE POLICY tenant ON ${name} USING (${own} = ${SAID}::bpchar OR ${SAID} = '*'${sharedRows(table)});
      COMMIT`)
  }
  const views = await owner.query<{ view: string }>(OPEN_VIEWS)
  for (const { view } of views.rows)
    await owner.query(`ALTER VIEW ${owner.escapeIdentifier(view)} SET (security_invoker = true)`)
}

const sharedRows = (table: string) => (table in SHARED ? ` OR tenant_uid = '${SHARED[table]}'` : '')
