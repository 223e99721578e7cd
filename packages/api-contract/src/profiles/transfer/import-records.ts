import { z } from 'zod'
import { problemSchema } from '../../errors/error.ts'

/** The record of an import (GET /v1/clusterprofiles/{uid}/imports). Contains no values. */
export const importRecordSchema = z.object({
  uid: z.string(),
  at: z.string(),
  userEmail: z.string(),
  fileName: z.string(),
  fileBytes: z.int(),
  decisions: z.object({
    renamedFrom: z.string().optional(),
    versionFrom: z.string().optional(),
    registries: z.array(z.object({ layerName: z.string(), registryName: z.string() })),
    packVersions: z.array(z.object({ layerName: z.string(), from: z.string(), to: z.string() })),
    leftOut: z.array(z.object({ layerName: z.string(), version: z.string() })).optional(),
    editedValues: z.array(z.string()).optional().describe('Names of layers'),
    masks: z.array(
      z.object({ layerName: z.string(), path: z.string(), action: z.enum(['fill', 'leave-empty', 'keep']) }),
    ),
    publish: z.boolean(),
  }),
  created: z.object({
    profile: z.string(),
    layers: z.int(),
    variables: z.int(),
    macros: z.array(z.object({ name: z.string(), scope: z.string() })),
  }),
  warnings: z.array(problemSchema),
})
export const importRecordsSchema = z.object({ items: z.array(importRecordSchema) })
export type ImportRecordBody = z.infer<typeof importRecordSchema>
