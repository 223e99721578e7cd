import type pg from 'pg'
import { INSTALLATION } from '../tenant-scope.ts'

/** Counts requests by digest, so it belongs to no tenant. */
export const TABLES_OF_NO_TENANT: readonly string[] = ['rate_counters']

/** The first transaction of a new tenant stores its answer under an idempotency key that is older than the tenant. */
const SHARED: Readonly<Record<string, string>> = { idempotency_keys: INSTALLATION }

/**
 * The tenant that the statement set (../driver/tenant-pool.ts). In a sub-select, so that it is evaluated once and not
 * per row.
 */
const CURRENT_TENANT = `(SELECT current_setting('waybill.tenant', true))`

/** Tables without the policy, and the column that the policy compares. */
const UNGUARDED = `
  SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND a.attname = CASE c.relname WHEN 'tenants' THEN 'uid' ELSE 'tenant_uid' END
    AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant'))`

/** Views that run with their owner's rights instead of the caller's. */
const VIEWS_WITH_OWNERS_RIGHTS = `
  SELECT relname AS view FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND NOT coalesce(reloptions, '{}') && '{security_invoker=true}'`

/**
 * Enables row-level security for every table whose rows belong to a tenant, including those of the migration that just
 * ran, so that a new table cannot be forgotten. Owners and superusers bypass policies, so the application connects as
 * neither (application-role.ts). Views are made to run with the caller's rights.
 */
export async function guardTables(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string; column: string }>(UNGUARDED)
  for (const { table, column } of rows) {
    const [name, own] = [owner.escapeIdentifier(table), owner.escapeIdentifier(column)]
    await owner.query(`
      BEGIN;
      ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS tenant ON ${name};
      CREATE POLICY tenant ON ${name} USING (${own} = ${CURRENT_TENANT}::bpchar OR ${CURRENT_TENANT} = '*'${sharedRows(table)});
      COMMIT`)
  }
  const views = await owner.query<{ view: string }>(VIEWS_WITH_OWNERS_RIGHTS)
  for (const { view } of views.rows)
    await owner.query(`ALTER VIEW ${owner.escapeIdentifier(view)} SET (security_invoker = true)`)
}

const sharedRows = (table: string) => (table in SHARED ? ` OR tenant_uid = '${SHARED[table]}'` : '')
