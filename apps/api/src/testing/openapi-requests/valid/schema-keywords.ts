import { z } from 'zod'
import type { JsonSchema } from '../../openapi/compare-schemas.ts'

export const numberAt = (schema: JsonSchema, keyword: string): number | undefined =>
  z.number().safeParse(schema[keyword]).data

export const objectAt = (schema: JsonSchema, keyword: string): JsonSchema | undefined =>
  z.record(z.string(), z.unknown()).safeParse(schema[keyword]).data
