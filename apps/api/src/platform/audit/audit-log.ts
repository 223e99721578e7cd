import { hash } from 'node:crypto'
import type { AuditOutcome } from '@waybill/api-contract'
import type { FastifyReply } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { LRUCache } from 'lru-cache'
import type { TenantClient, TenantDb } from '../database/tenant-db.ts'
import { newUid } from '../database/uid.ts'
import { originHere } from './request-origin.ts'

const UID_CHARACTERS = 24

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
  | 'refuse-login'
  | 'refuse-request'
  | 'sync'
  | 'cancel'
  | 'reveal'
  | 'read'

const REFUSALS: ReadonlySet<AuditAction> = new Set(['refuse', 'refuse-login', 'refuse-request'])

export interface AuditEntry {
  caller: Pick<Caller, 'userUid' | 'email' | 'scope'>
  action: AuditAction
  resource: { kind: string; uid: string; name: string }
  /** Defaults to refused for actions named so, and succeeded for all others. */
  outcome?: AuditOutcome
  /** Ids, counts and codes; never a value. */
  details?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/**
 * Writes an audit event with the caller's own client, inside its transaction, so that there is no change without its
 * event and no event without its change.
 * @returns the event's uid, for the response header AuditUid
 */
export async function recordAudit(db: TenantClient, entry: AuditEntry): Promise<string> {
  const uid = newUid()
  await insertEvent(db, uid, entry)
  return uid
}

/** Occasions whose event this process has written or found written. */
const written = new LRUCache<string, true>({ max: 10_000 })

/**
 * Writes one event for an occasion, whichever process comes first and however many come at once: the event's uid is
 * derived from the occasion. Not for use in a transaction, whose rollback would undo it.
 */
export async function recordAuditOnce(db: TenantDb, entry: AuditEntry, occasion: string): Promise<void> {
  const { caller, action, resource } = entry
  const parts = [db.$tenantUid, caller.userUid, action, resource.kind, resource.uid, occasion]
  const uid = hash('sha256', parts.join('\0'), 'hex').slice(0, UID_CHARACTERS)
  if (written.has(uid)) return
  await insertEvent(db, uid, entry)
  written.set(uid, true)
}

async function insertEvent(db: TenantClient, uid: string, entry: AuditEntry) {
  const { caller, action, resource, details = {}, outcome = REFUSALS.has(action) ? 'refused' : 'succeeded' } = entry
  const { requestUid, address, via } = originHere()
  const projectUid = caller.scope.kind === 'project' ? caller.scope.uid : ''
  await db.$executeRaw`
    INSERT INTO audit_events (uid, tenant_uid, project_uid, actor_uid, actor_email, action, resource_kind, resource_uid,
      resource_name, details, outcome, via, address, request_uid, at)
    VALUES (${uid}, ${db.$tenantUid}, ${projectUid}, ${caller.userUid}, ${caller.email}, ${action}, ${resource.kind},
      ${resource.uid}, ${resource.name}, ${JSON.stringify(details)}, ${outcome}, ${via}, ${address},
      ${requestUid}, clock_timestamp())
    ON CONFLICT (uid) DO NOTHING`
}

/** Clients show it beside what they created. */
export const sendAuditUid = (reply: FastifyReply, uid: string): FastifyReply => reply.header('AuditUid', uid)
