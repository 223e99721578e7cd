import { readFileSync } from 'node:fs'
import { sharedPath } from '@waybill/test-data'
import { z } from 'zod'
import { PALETTE_OPERATIONS } from '../../platform/openapi/palette-operations.ts'
import type { JsonSchema } from '../openapi/compare-schemas.ts'
import { PALETTE_FACTS } from './palette-facts.ts'

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
  /** Schema of the body; undefined if there is none. */
  body: JsonSchema | undefined
  success: number
  /** Schema of the response; undefined if it has no body. */
  answer: JsonSchema | undefined
}

export interface PaletteSpecification {
  source: string
  /** Whether it contains every operation that concerns us. */
  isWhole: boolean
  definitions: Readonly<Record<string, JsonSchema>>
  operations: readonly SpecifiedOperation[]
}

/** What we know of Palette's operations ourselves, and Palette's own specification if it is beside the checkout. */
export function paletteSpecifications(): PaletteSpecification[] {
  const own = { source: 'what we know of it', isWhole: false, ...readSpecification(PALETTE_FACTS) }
  const file = sharedPath('contract/palette-subset.openapi.json')
  const accountsFile = sharedPath('contract/palette-accounts.openapi.json')
  if (file === undefined || accountsFile === undefined) return [own]
  const profiles = readSpecification(JSON.parse(readFileSync(file, 'utf8')))
  const accounts = readSpecification(JSON.parse(readFileSync(accountsFile, 'utf8')))
  const definitions = { ...own.definitions, ...accounts.definitions, ...profiles.definitions }
  const specified = [...profiles.operations, ...accounts.operations.filter(isClaimed)]
  const known = new Set(specified.map(({ operationId }) => operationId))
  // Clients call a few operations that neither file contains.
  const operations = [...specified, ...own.operations.filter(({ operationId }) => !known.has(operationId))]
  return [own, { source: 'its specification', isWhole: true, definitions, operations }]
}

/** Waybill supports only a part of the operations for teams, single sign-on and users. */
const isClaimed = ({ operationId }: SpecifiedOperation) =>
  PALETTE_OPERATIONS.some((operation) => operation.operationId === operationId)

function readSpecification(document: unknown) {
  const { definitions, paths } = specificationSchema.parse(document)
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
