import { z } from 'zod'
import type { JsonSchema } from './compare-schemas.ts'

const schema: z.ZodType<JsonSchema> = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema: schema.default({}) }))
const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema,
})
const reference = z.object({ $ref: z.string() })
const response = z.object({ content: content.default({}) })
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([reference, parameter])).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.union([reference, response])),
})
const documentSchema = z.object({
  components: z.object({
    schemas: z.record(z.string(), schema),
    parameters: z.record(z.string(), parameter),
    responses: z.record(z.string(), response),
  }),
  paths: z.record(z.string(), z.record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation.optional())),
})

export type Content = z.infer<typeof content>
export type Parameter = z.infer<typeof parameter>
export type Components = z.infer<typeof documentSchema>['components']

/** An operation of the document, with its references to parameters and responses resolved. */
export interface Operation {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  parameters: readonly Parameter[]
  /** Schemas by content type; empty for an operation without a body. */
  body: Content
  /** Content by status. */
  responses: ReadonlyMap<number, Content>
}

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const
const KEYS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The parts of the OpenAPI document needed to generate requests and check responses. */
export function readOperations(document: unknown): { operations: readonly Operation[]; components: Components } {
  const { paths, components } = documentSchema.parse(document)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    KEYS.flatMap((key) => {
      const found = methods[key]
      return found ? [toOperation({ method: METHODS[key], path, found, components })] : []
    }),
  )
  return { operations, components }
}

interface Found {
  method: Operation['method']
  path: string
  found: z.infer<typeof operation>
  components: Components
}

function toOperation({ method, path, found, components }: Found): Operation {
  const responses = Object.entries(found.responses).map(([status, one]) => {
    const { content: answered } = '$ref' in one ? named(components.responses, one.$ref) : one
    return [Number(status), answered] as const
  })
  return {
    id: found.operationId,
    method,
    path,
    parameters: found.parameters.map((one) => ('$ref' in one ? named(components.parameters, one.$ref) : one)),
    body: found.requestBody?.content ?? {},
    responses: new Map(responses),
  }
}

/** @throws Error for a reference to nothing */
export function named<T>(components: Readonly<Record<string, T>>, reference: string): T {
  const found = components[reference.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`the document has no ${reference}`)
  return found
}
