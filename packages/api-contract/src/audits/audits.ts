import { z } from 'zod'
import { objectMetaSchema } from '../shapes/object-meta.ts'
import { momentSchema } from '../shapes/moment.ts'
import { listMetaSchema, pagingQuerySchema } from '../shapes/paging.ts'

/** Palette's action types. Imports are `create`; exports, sign-ins and refusals `activity`; syncs `action`. */
export const auditActionTypeSchema = z.enum(['create', 'update', 'delete', 'publish', 'deploy', 'activity', 'action'])

const time = momentSchema.optional()
const uid = z.string().max(64).optional()

export const auditsQuerySchema = pagingQuerySchema.extend({
  startTime: time.describe('Events of this moment and later (RFC 3339)'),
  endTime: time.describe('Events of this moment and before'),
  userUid: uid.describe('Events of this user'),
  projectUid: uid.describe(
    'Events of this project, out of those that are seen in the scope; it does not change the scope',
  ),
  tenantUid: uid.describe('The own tenant; another one has no events'),
  resourceKind: z.string().max(64).optional().describe('E.g. clusterprofile, macro, project, apikey, registry, user'),
  resourceUid: uid.describe('Events of this resource'),
  actionType: auditActionTypeSchema.optional().describe('Events of this kind of action'),
})

/** v1AuditSysMsg. */
export const auditSysMsgSchema = z.object({
  actionMsg: z.string().describe('What was done to what'),
  contentMsg: z.string().describe('Ids, counts and codes that go with it; never a value'),
})

/** v1AuditMsgUpdate. */
export const auditUserMsgSchema = z.object({ userMsg: z.string().min(3).max(255) })

/** v1Audit. */
export const auditSchema = z.object({
  metadata: objectMetaSchema,
  spec: auditSysMsgSchema.extend({
    actionType: auditActionTypeSchema,
    actor: z.object({
      actorType: z.enum(['user', 'system', 'service']),
      project: z.object({ uid: z.string(), name: z.string() }).optional(),
      user: z.object({
        uid: z.string(),
        emailId: z.string(),
        firstName: z.string(),
        lastName: z.string(),
        org: z.string(),
      }),
    }),
    resource: z.object({ uid: z.string(), kind: z.string(), name: z.string(), label: z.string() }),
    userMsg: z.string().describe('What the actor wrote about it'),
  }),
})

/** v1Audits. */
export const auditsSchema = z.object({ items: z.array(auditSchema), listmeta: listMetaSchema })

export type AuditBody = z.infer<typeof auditSchema>
export type AuditsQuery = z.infer<typeof auditsQuerySchema>
export type AuditActionType = z.infer<typeof auditActionTypeSchema>
