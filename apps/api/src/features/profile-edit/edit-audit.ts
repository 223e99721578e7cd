import type { Problem } from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import type { AuditAction } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { warningsHeader } from '../../platform/errors/warnings.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'

export interface Edited {
  uid: string
  auditUid: string
  warnings: readonly Problem[]
}

interface Change {
  action: AuditAction
  uid: string
  name: string
  version: string
  warnings: readonly Problem[]
  /** Names of changed parts. */
  changed?: Readonly<Record<string, readonly string[]>>
  /** The answer for a repeat of a request that creates something. */
  answer?: object | undefined
}

export const eventOf = ({ action, uid, name, version, changed }: Omit<Change, 'warnings' | 'answer'>) => ({
  action,
  resource: { kind: 'clusterprofile', uid, name },
  details: { version, ...changed },
})

export async function recordEdit(tx: TenantClient, caller: Caller, change: Change): Promise<Edited> {
  const { uid, warnings, answer } = change
  if (answer) willAnswer(answer, { warnings: warningsHeader(warnings) })
  return { uid, auditUid: await recordEffect(tx, { caller, ...eventOf(change) }), warnings }
}
