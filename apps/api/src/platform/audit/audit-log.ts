import type { FastifyReply } from 'fastify'
import type { Caller } from '../access/caller.ts'
import type { TenantClient } from '../database/tenant-db.ts'
import { newUid } from '../database/uid.ts'

export type AuditAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'publish'
  | 'export'
  | 'import'
  | 'refuse'
  | 'login'
  | 'logout'
  | 'sync'
  | 'cancel'
  | 'reveal'

export interface AuditEntry {
  caller: Pick<Caller, 'userUid' | 'email' | 'scope'>
  action: AuditAction
  resource: { kind: string; uid: string; name: string }
  /** Ids, counts and codes; never a value. */
  details?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/**
 * Writes an audit event with the caller's own client: inside its transaction, so that a change without its event, or an event
 * without its change, cannot be.
 *
 * @returns the event's uid, for the response header AuditUid.
 */
export async function recordAudit(
  db: TenantClient,
  { caller, action, resource, details = {} }: AuditEntry,
): Promise<string> {
  const uid = newUid()
  const projectUid = caller.scope.kind === 'project' ? caller.scope.uid : ''
  await db.$executeRaw`
    INSERT INTO audit_events (uid, tenant_uid, project_uid, actor_uid, actor_email, action, resource_kind, resource_uid,
      resource_name, details, at)
    VALUES (${uid}, ${db.$tenantUid}, ${projectUid}, ${caller.userUid}, ${caller.email}, ${action}, ${resource.kind},
      ${resource.uid}, ${resource.name}, ${JSON.stringify(details)},
      clock_timestamp())`
  return uid
}

/** Clients show it beside what they created (contract §a). */
export const sendAuditUid = (reply: FastifyReply, uid: string): FastifyReply => reply.header('AuditUid', uid)
