import { z } from 'zod'
import { ERRORS, type ErrorCode } from './error-codes.ts'

const errorCodes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/** A problem at a place of a document; `message` is made from code and params alone. */
export const problemSchema = z
  .object({
    code: z.string().describe('Code of the problem'),
    severity: z.enum(['error', 'warning']),
    group: z.string().describe('Group the console shows it under'),
    path: z.string().describe('Place in the document, e.g. spec.template.packs[2].values'),
    place: z
      .string()
      .optional()
      .describe(
        'The same for people, by layer and key: layer web, values, line 12. Absent where the whole document is meant',
      ),
    valuePath: z.string().optional().describe('Place inside the YAML text at path'),
    position: z.object({ line: z.int(), column: z.int(), offset: z.int() }).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    message: z.string().describe('What is wrong and what to do, in one or two sentences'),
  })
  .meta({ id: 'Problem' })
export type ProblemBody = z.infer<typeof problemSchema>

/** Palette's v1Error. */
export const errorSchema = z
  .object({
    code: z.enum(errorCodes).describe('String code out of one table'),
    message: z.string(),
    details: z.array(problemSchema).max(20).describe('The first 20 problems, empty when there are none'),
    ref: z.string().describe('Reference number of the request, as in the log'),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof errorSchema>

/** The responses that any route may send in addition to its own. */
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
