import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { withClient } from '../with-client.ts'

const ROLE = 'waybill_application'

/**
 * Creates the role that the server connects as: neither superuser nor owner of a table, so that row-level security
 * applies to it. Its password is new at every start and stored nowhere.
 * @returns the database's address for this role
 */
export async function openApplicationRole(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex')
  await withClient(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [ROLE])
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
    await owner.query(
      `${verb} ROLE ${ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${password}'`,
    )
  })
  const url = new URL(ownerUrl)
  url.username = ROLE
  url.password = password
  return url.href
}

/**
 * Grants what the role needs: to read and change rows, and to create the job queue's schema. In the audit log it can
 * only add events, set the note that an event's actor may write, and delete events that are past their retention.
 */
export async function grantToApplication(owner: pg.Client, role: string, auditDays = 0): Promise<void> {
  const name = owner.escapeIdentifier(role)
  const database = owner.escapeIdentifier(owner.database ?? '')
  await owner.query(`
    BEGIN;
    GRANT CONNECT, CREATE ON DATABASE ${database} TO ${name};
    GRANT USAGE ON SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
    REVOKE ALL ON _prisma_migrations FROM ${name};
    REVOKE UPDATE, DELETE ON audit_events FROM ${name};
    GRANT UPDATE (user_message) ON audit_events TO ${name};
    COMMIT`)
  await keepAudits(owner, name, auditDays)
  await dropForeignJobs(owner, role)
}

/** Lets expired audit events be deleted, by a policy whose name contains the number of days; 0 keeps all events. */
async function keepAudits(owner: pg.Client, role: string, days: number) {
  if (days === 0) return
  await owner.query(`GRANT DELETE ON audit_events TO ${role}`)
  const { rows } = await owner.query<{ name: string }>(
    `SELECT polname AS name FROM pg_policy WHERE polrelid = 'audit_events'::regclass AND polname LIKE 'kept\\_%'`,
  )
  const name = `kept_${days}`
  if (rows.length === 1 && rows[0]?.name === name) return
  const drops = rows.map((row) => `DROP POLICY ${owner.escapeIdentifier(row.name)} ON audit_events;`).join('')
  await owner.query(`
    BEGIN; ${drops}
    CREATE POLICY ${name} ON audit_events AS RESTRICTIVE FOR DELETE USING (at < now() - make_interval(days => ${days}));
    COMMIT`)
}

/**
 * Jobs are only hints (docs/adr/0010), so a queue created by another role, whose tables this one cannot alter, is
 * dropped and created again.
 */
async function dropForeignJobs(owner: pg.Client, role: string) {
  const { rowCount } = await owner.query(
    `SELECT FROM pg_namespace WHERE nspname = 'pgboss' AND pg_get_userbyid(nspowner) <> $1`,
    [role],
  )
  if (rowCount !== 0) await owner.query('DROP SCHEMA pgboss CASCADE')
}
