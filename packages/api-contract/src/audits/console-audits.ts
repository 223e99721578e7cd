import { z } from 'zod'
import { momentSchema } from '../shapes/moment.ts'

/** The outcome of the action that an event records. */
export const auditOutcomeSchema = z.enum(['succeeded', 'refused', 'failed'])

const time = momentSchema.optional()
const words = z
  .union([z.string().max(64), z.array(z.string().max(64)).max(20)])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()))

/** Conditions on the events to list; all of them must hold. */
export const auditFilterSchema = z.object({
  from: time.describe('Events of this moment and later (RFC 3339)'),
  to: time.describe('Events of before this moment'),
  person: words.describe('Uids of users; more than one means any of them'),
  kind: words.describe('Kinds of object, e.g. clusterprofile'),
  action: words.describe('What was done, e.g. export'),
  outcome: z
    .array(auditOutcomeSchema)
    .or(auditOutcomeSchema.transform((one) => [one]))
    .default([])
    .describe('How it ended; more than one means any of them'),
  object: z.string().max(253).optional().describe('Uid or whole name of an object'),
})

export const auditEventsQuerySchema = auditFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('Events a page'),
  before: z.string().max(100).optional().describe('`next` of the page before'),
})

const namedSchema = z.object({ uid: z.string(), name: z.string() })

/** An event of the log as the console shows it. */
export const auditEventSchema = z
  .object({
    uid: z.string(),
    at: z.string(),
    action: z.string(),
    outcome: auditOutcomeSchema,
    summary: z.string().describe('What was done to what'),
    actor: z.object({ uid: z.string(), email: z.string(), name: z.string() }).describe('Empty for the server itself'),
    via: z.string().describe('session, api-key or jwt; empty where nobody was signed in'),
    address: z.string().describe('Where the request came from'),
    requestUid: z.string().describe('The `ref` of the request'),
    project: namedSchema.nullable().describe('null for what happened in the tenant'),
    object: z.object({ uid: z.string(), kind: z.string(), name: z.string() }),
    details: z
      .array(z.object({ name: z.string(), values: z.array(z.string()) }))
      .describe('Names, counts and codes that go with it; never a value'),
    userMessage: z.string().describe('What the actor wrote about it'),
  })
  .meta({
    id: 'AuditEvent',
    examples: [
      {
        uid: '67498a1f3040297344c0ffee',
        at: '2026-11-28T09:30:00.000Z',
        action: 'update',
        outcome: 'succeeded',
        summary: 'Changed cluster profile edge-base',
        actor: { uid: '64ea8e2c3040297344b1c0aa', email: 'ada@example.com', name: 'Ada Miller' },
        via: 'session',
        address: '192.0.2.7',
        requestUid: '67498a1f3040297344c0ffe0',
        project: { uid: '5e2031962f090e2d3d8a3290', name: 'Default' },
        object: { uid: '64eaff453040297344bcad5d', kind: 'clusterprofile', name: 'edge-base' },
        details: [{ name: 'changedLayers', values: ['cni-calico'] }],
        userMessage: '',
      },
    ],
  })

export const auditEventsSchema = z.object({
  items: z.array(auditEventSchema),
  next: z.string().describe('`before` of the page after this one; empty on the last'),
  count: z.int().describe('Events that the filter lets through; counted as far as 10,000'),
  isCountWhole: z.boolean().describe('Whether there are no more than were counted'),
})

/** The values that the log can be filtered by. */
export const auditChoicesSchema = z
  .object({
    people: z
      .array(z.object({ uid: z.string(), email: z.string() }))
      .describe('Who did something; in a project, its newest 10,000 events'),
    kinds: z.array(z.string()).describe('Kinds of object that it was done to; in a project, of the same events'),
    actions: z.array(z.string()),
    keptDays: z.int().describe('How long events are kept; 0 for ever'),
  })
  .meta({
    examples: [
      {
        people: [{ uid: '64ea8e2c3040297344b1c0aa', email: 'ada@example.com' }],
        kinds: ['clusterprofile'],
        actions: ['create', 'update'],
        keptDays: 365,
      },
    ],
  })

export const auditExportQuerySchema = auditFilterSchema.extend({
  format: z.enum(['csv', 'jsonl']).default('csv').describe('Comma-separated values, or an object a line'),
})

export const auditFileSchema = z.string().meta({
  description:
    'The events, newest first: a line each, as they are read. The header Waybill-Events says how many there are',
  examples: [
    'at,outcome,action,summary\n2026-11-28T09:30:00.000Z,succeeded,update,Changed cluster profile edge-base\n',
  ],
})

export type AuditOutcome = z.infer<typeof auditOutcomeSchema>
export type AuditFilter = z.infer<typeof auditFilterSchema>
export type AuditEventBody = z.infer<typeof auditEventSchema>
export type AuditEventsBody = z.infer<typeof auditEventsSchema>
export type AuditChoicesBody = z.infer<typeof auditChoicesSchema>
