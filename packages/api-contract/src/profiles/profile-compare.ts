import { z } from 'zod'

/** Query of GET /v1/clusterprofiles/{uid}/compare. */
export const compareQuerySchema = z.object({
  with: z.string().max(300).describe('Uid of the profile on the right'),
  withProjectUid: z
    .string()
    .max(64)
    .optional()
    .describe('Project of the profile on the right, where it is another one than the call’s'),
})

/** Query of POST /v1/clusterprofiles/{uid}/compare/file. */
export const compareFileQuerySchema = z.object({
  format: z.enum(['json', 'yaml']).optional().describe('Of the file; without it its content says'),
})

/** Body of POST /v1/clusterprofiles/{uid}/compare/take-over. */
export const takeOverSchema = z
  .union([
    z.strictObject({
      from: z.string().max(300).describe('Uid of the profile that it is taken from'),
      fromProjectUid: z.string().max(64).optional().describe('Its project, where it is another one than the call’s'),
      kind: z.enum(['layer', 'variable']),
      part: z.string().max(253).describe('Name of the layer or variable; one that `from` lacks is removed'),
    }),
    z.strictObject({ undo: z.string().describe('What the same operation answered, to take that back') }),
  ])
  .meta({ id: 'TakeOver' })

/** POST /v1/clusterprofiles/{uid}/compare/take-over (Waybill's own). */
export const takenOverSchema = z
  .object({
    undo: z
      .string()
      .describe(
        'Undoes this, for the same caller and until the profile is changed again; sealed, because it may contain secrets',
      ),
  })
  .meta({ id: 'TakenOver' })

const side = z.object({
  uid: z.string().describe('Empty for a file'),
  name: z.string(),
  version: z.string(),
  scope: z.enum(['system', 'tenant', 'project', 'file']),
  etag: z.string().describe('Of the state that was compared, for If-Match; empty for a file'),
  hasDraft: z.boolean().describe('Whether there is a draft beside the published version, which is the one compared'),
  mayChange: z.boolean().describe('Whether the caller may change it'),
})

const text = z.object({
  where: z.enum(['values', 'manifest']),
  manifest: z.string().describe('Empty for values'),
  left: z.string().optional().describe('Absent where the left side has no such text'),
  right: z.string().optional().describe('Absent where the right side has no such text'),
})

const layer = z.object({
  name: z.string(),
  mark: z.enum(['added', 'removed', 'changed', 'same']),
  isMoved: z.boolean().describe('In another order than the layers that both sides have'),
  texts: z.array(text).describe('What differs, secrets masked on both sides'),
})

const change = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  path: z.string().describe('`version`, `layers[nginx].registry`, `variables[replicas].defaultValue`'),
  before: z.string().optional(),
  after: z.string().optional(),
})

const secret = z.object({
  where: z.enum(['values', 'manifest', 'variable']),
  layerName: z.string().describe('Empty for variables'),
  manifest: z.string().describe('Empty but for manifests'),
  path: z.string(),
  verdict: z
    .enum(['same', 'differs', 'unknown', 'left', 'right'])
    .describe(
      '`left`, `right`: secret on that side only; `unknown`: one side has only a mask, or `maySeeSecrets` is false',
    ),
})

/** GET /v1/clusterprofiles/{uid}/compare (Waybill's own). */
export const comparisonSchema = z.object({
  left: side,
  right: side,
  maySeeSecrets: z
    .boolean()
    .describe('Whether the caller may change both profiles, and so may know which secrets are equal'),
  changes: z.array(change),
  layers: z.array(layer).describe('Of both sides: in the order of the right one, then what it lacks'),
  secrets: z.array(secret).describe('Every place that is secret on a side; never a value'),
})

export type ComparisonBody = z.infer<typeof comparisonSchema>
