import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { JsonSchema } from './compare-schemas.ts'

/** Lies beside the checkout, not in it: tests that need it skip where it is not. */
const file = join(import.meta.dirname, '../../../../../shared/contract/palette-subset.openapi.json')

const schema: z.ZodType<JsonSchema> = z.record(z.string(), z.unknown())
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: schema.optional(),
})
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  responses: z.record(z.string(), z.object({ schema: schema.optional() })),
})
const specificationSchema = z.object({
  definitions: z.record(z.string(), schema),
  paths: z.record(
    z.string(),
    z.object({
      parameters: z.array(parameterSchema).default([]),
      ...Object.fromEntries(
        ['get', 'post', 'put', 'patch', 'delete'].map((method) => [method, operationSchema.optional()]),
      ),
    }),
  ),
})

export type SpecifiedParameter = z.infer<typeof parameterSchema>

export interface SpecifiedOperation {
  method: string
  path: string
  operationId: string
  parameters: readonly SpecifiedParameter[]
  /** Of the body; undefined when there is none. */
  body: JsonSchema | undefined
  success: number
  /** Of the answer; undefined when it has no body. */
  answer: JsonSchema | undefined
}

/** Palette's operations and definitions as Swagger 2.0 says them, or undefined where the specification is not at hand. */
export function readPaletteSpecification() {
  if (!existsSync(file)) return undefined
  const { definitions, paths } = specificationSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const operations = Object.entries(paths).flatMap(([path, { parameters, ...methods }]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const parsed = operationSchema.safeParse(operation)
      return parsed.success ? [toOperation({ method, path, shared: parameters, operation: parsed.data })] : []
    }),
  )
  return { definitions, operations }
}

interface Found {
  method: string
  path: string
  shared: readonly SpecifiedParameter[]
  operation: z.infer<typeof operationSchema>
}

function toOperation({ method, path, shared, operation }: Found): SpecifiedOperation {
  const parameters = [...shared, ...operation.parameters]
  const [success = '', answer] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? []
  return {
    method: method.toUpperCase(),
    path,
    operationId: operation.operationId,
    parameters,
    body: parameters.find((parameter) => parameter.in === 'body')?.schema,
    success: Number(success),
    answer: answer?.schema,
  }
}
