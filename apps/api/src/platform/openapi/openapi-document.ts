import { z } from 'zod'

const schemaObject = z.record(z.string(), z.unknown())

const responseSchema = z.looseObject({
  description: z.string().optional(),
  content: z.record(z.string(), z.looseObject({ schema: schemaObject.optional() })).optional(),
})

const parameterSchema = z.looseObject({ name: z.string(), in: z.string(), description: z.string().optional() })

const operationSchema = z.looseObject({
  summary: z.string().optional(),
  parameters: z.array(parameterSchema).default([]),
  responses: z.record(z.string(), responseSchema),
})

/** The parts of the OpenAPI document that we complete; the rest passes through. */
export const openApiSchema = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), schemaObject).default({}) }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

export type OpenApiOperation = z.infer<typeof operationSchema>
export type OpenApiParameter = z.infer<typeof parameterSchema>
export type OpenApiResponse = z.infer<typeof responseSchema>
