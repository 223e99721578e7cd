import type { AuditBody } from '@waybill/api-contract'
import type { AuditNames, AuditRow } from './audit-repository.ts'
import { summaryOf } from './audit-summary.ts'
import { actionTypeOf, inOneLine, readDetails } from './audit-words.ts'

export const toSysMsg = (event: AuditRow) => ({
  actionMsg: summaryOf(event),
  contentMsg: inOneLine(readDetails(event.details)),
})

interface Context {
  names: AuditNames
  /** Name of the tenant. */
  org: string
}

export function toAudit(event: AuditRow, { names, org }: Context): AuditBody {
  const user = names.users.get(event.actorUid)
  const { projectUid } = event
  return {
    metadata: {
      uid: event.uid,
      name: event.uid,
      labels: {},
      annotations: {},
      creationTimestamp: event.at.toISOString(),
      lastModifiedTimestamp: event.at.toISOString(),
    },
    spec: {
      ...toSysMsg(event),
      actionType: actionTypeOf(event.action),
      actor: {
        // A scheduled sync has no user.
        actorType: event.actorUid === '' ? 'system' : 'user',
        ...(projectUid !== '' && { project: { uid: projectUid, name: names.projects.get(projectUid) ?? '' } }),
        user: {
          uid: event.actorUid,
          emailId: event.actorEmail,
          firstName: user?.firstName ?? '',
          lastName: user?.lastName ?? '',
          org,
        },
      },
      resource: {
        uid: event.resourceUid,
        kind: event.resourceKind,
        name: event.resourceName,
        label: event.resourceName,
      },
      userMsg: event.userMessage,
    },
  }
}
