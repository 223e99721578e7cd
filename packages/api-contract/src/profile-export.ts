import { z } from 'zod'

/** Query of GET /v1/clusterprofiles/{uid}/export. Only `format` is Palette's. */
export const exportQuerySchema = z.object({
  format: z.enum(['json', 'yaml']).default('json').describe('Of the file'),
  mask: z.enum(['all', 'declared']).default('all').describe('`declared` leaves suspected secrets in clear'),
  unmask: z
    .union([z.string().max(512), z.array(z.string().max(512)).max(1_000)])
    .optional()
    .describe('Ids of suspected secrets to leave in clear (see …/export/preview)'),
  pretty: z.enum(['true', 'false']).default('false').describe('JSON with line breaks, for people'),
})

/** Query of GET /v1/clusterprofiles/{uid}/export/terraform. `yaml` is Palette's word for HCL. */
export const terraformExportQuerySchema = z.object({
  format: z.enum(['yaml', 'json']).default('yaml').describe("`yaml`: HCL (.tf); `json`: Terraform's JSON (.tf.json)"),
})

/** One place that export masks; never its value. */
export const secretSchema = z.object({
  id: z.string(),
  layerName: z.string().describe('Empty for variables'),
  path: z.string(),
  source: z.enum(['declared', 'secret-manifest', 'variable', 'suspected']),
  reason: z.string(),
})

/** GET /v1/clusterprofiles/{uid}/export/preview (Waybill's own). */
export const exportPreviewSchema = z.object({
  fileNames: z.object({ json: z.string(), yaml: z.string() }),
  declared: z.array(secretSchema),
  suspected: z.array(secretSchema),
})
export type ExportPreviewBody = z.infer<typeof exportPreviewSchema>
export type SecretBody = z.infer<typeof secretSchema>
