import type { AuditEventBody } from '@waybill/api-contract'
import type { AuditNames, AuditRow } from '../audit-repository.ts'
import { summaryOf } from '../audit-summary.ts'
import { readDetails } from '../audit-words.ts'

export function toAuditEvent(event: AuditRow, names: AuditNames): AuditEventBody {
  const user = names.users.get(event.actorUid)
  const { projectUid } = event
  return {
    uid: event.uid,
    at: event.at.toISOString(),
    action: event.action,
    outcome: event.outcome,
    summary: summaryOf(event),
    actor: {
      uid: event.actorUid,
      email: event.actorEmail,
      name: [user?.firstName, user?.lastName].filter(Boolean).join(' '),
    },
    via: event.via,
    address: event.address,
    requestUid: event.requestUid,
    project: projectUid === '' ? null : { uid: projectUid, name: names.projects.get(projectUid) ?? '' },
    object: { uid: event.resourceUid, kind: event.resourceKind, name: event.resourceName },
    details: readDetails(event.details),
    userMessage: event.userMessage,
  }
}
