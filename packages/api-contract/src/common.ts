import { z } from 'zod'
import { EXAMPLE_META } from './examples.ts'
import { ERRORS, type ErrorCode } from './error-codes.ts'

/** 24 lower-case hex characters (contract §a). */
export const uidSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .describe('Uid: 24 lower-case hex characters')

export const uidBodySchema = z
  .object({ uid: z.string().describe('Uid of what was created') })
  .meta({ id: 'Uid', examples: [{ uid: '5e2031962f090e2d3d8a3290' }] })

const errorCodes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/** Where in a document something is wrong; `message` is made from code and params alone. */
export const problemSchema = z
  .object({
    code: z.string().describe('Code of the problem'),
    severity: z.enum(['error', 'warning']),
    group: z.string().describe('Group the console shows it under'),
    path: z.string().describe('Place in the document, e.g. spec.template.packs[2].values'),
    valuePath: z.string().optional().describe('Place inside the YAML text at path'),
    position: z.object({ line: z.int(), column: z.int(), offset: z.int() }).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    message: z.string().describe('What is wrong and what to do, in one or two sentences'),
  })
  .meta({ id: 'Problem' })
export type ProblemBody = z.infer<typeof problemSchema>

/** Palette's v1Error (contract §i). */
export const errorSchema = z
  .object({
    code: z.enum(errorCodes).describe('String code out of one table'),
    message: z.string(),
    details: z.array(problemSchema).max(20).describe('The first 20 problems, empty when there are none'),
    ref: z.string().describe('Reference number of the request, as in the log'),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof errorSchema>

/** Paging answer of lists; `continue` is empty on the last page (contract §i). */
export const listMetaSchema = z
  .object({
    continue: z.string(),
    count: z.int().describe('Items in all'),
    limit: z.int(),
    offset: z.int(),
  })
  .meta({ id: 'ListMeta', examples: [{ continue: '', count: 1, limit: 50, offset: 0 }] })

export const pagingQuerySchema = z.object({
  limit: z.coerce.number().int().min(0).optional().describe('At most 50; 0 and absent mean 50'),
  offset: z.coerce.number().int().min(0).optional().describe('Items to pass over'),
  continue: z.string().max(1_000).optional().describe('Token of the page before'),
})

/** v1ObjectMeta; annotations.scope and annotations.description are what clients read. */
export const objectMetaSchema = z
  .object({
    name: z.string(),
    uid: z.string(),
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    creationTimestamp: z.string(),
    lastModifiedTimestamp: z.string(),
  })
  .meta({
    id: 'ObjectMeta',
    examples: [EXAMPLE_META],
  })

/**
 * v1ObjectMeta as clients send it. Go clients send zero timestamps and uids of their own with every object: all but these fields
 * is passed over (clients.md rule 13).
 */
export const objectMetaInputSchema = z
  .object({
    name: z.string().min(1).max(253),
    labels: z.record(z.string().max(253), z.string().max(253)).nullish(),
    annotations: z.record(z.string().max(253), z.string().max(16_384)).nullish(),
  })
  .meta({ id: 'ObjectMetaEntity' })

export const objectEntitySchema = z.object({ name: z.string(), uid: z.string() })

/** The responses that any route may send beside its own. */
export const commonErrorResponses = {
  400: errorSchema,
  401: errorSchema,
  403: errorSchema,
  404: errorSchema,
  409: errorSchema,
  413: errorSchema,
  415: errorSchema,
  422: errorSchema,
  429: errorSchema,
  500: errorSchema,
  503: errorSchema,
} as const

export type UidBody = z.infer<typeof uidBodySchema>
