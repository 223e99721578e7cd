import { z } from 'zod'
import { problemSchema } from '../../errors/error.ts'
import { scalarPlace } from '../secrets/secret-decisions.ts'

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

/** The response of GET /v1/clusterprofiles/{uid}/export. */
export const exportedFileSchema = z.string().meta({
  description: 'The file, as application/octet-stream',
  examples: [
    '{"metadata":{"name":"web","description":"Ingress of the web team","labels":{"team":"web"}},"spec":{"version":"1.0.0","template":{"type":"add-on","cloudType":"all","packs":[{"name":"nginx","type":"oci","layer":"addon","version":"1.12.1","tag":"1.12.x","values":"charts:\\n  ingress-nginx:\\n    replicas: {{ .spectro.var.replicas }}\\n","registry":{"metadata":{"uid":"64eaff453040297344bcad5d","name":"Palette Community Registry","kind":"oci","isPrivate":true,"providerType":"pack","isSyncSupported":true}}}]},"variables":[{"name":"replicas","displayName":"Replicas","format":"number","inputType":"text","defaultValue":"2","required":true,"hidden":false,"immutable":false,"isSensitive":false}]}}',
  ],
})

/** The response of GET /v1/clusterprofiles/{uid}/export/terraform. */
export const terraformFileSchema = z.string().meta({
  description: 'The file, as application/octet-stream',
  examples: [
    `terraform {
  required_providers {
    spectrocloud = {
      source = "spectrocloud/spectrocloud"
    }
  }
}

data "spectrocloud_registry" "palette_community_registry" {
  name = "Palette Community Registry"
  type = "oci"
}

data "spectrocloud_pack" "nginx_1_12_1" {
  name = "nginx"
  version = "1.12.1"
  registry_uid = data.spectrocloud_registry.palette_community_registry.id
}

resource "spectrocloud_cluster_profile" "web" {
  name = "web"
  version = "1.0.0"
  context = "tenant"
  cloud = "all"
  type = "add-on"

  pack {
    name = "nginx"
    type = "oci"
    tag = "1.12.x"
    registry_uid = data.spectrocloud_registry.palette_community_registry.id
    uid = data.spectrocloud_pack.nginx_1_12_1.id
    values = <<EOT
charts:
  ingress-nginx:
    replicas: 2
EOT
  }
}
`,
  ],
})

/** The response of GET /v1/clusterprofiles/{uid}/export/terraform/preview. */
export const terraformPreviewSchema = z.object({
  fileName: z.string(),
  file: z.string().describe('What would be saved; secrets are input variables'),
})

/** In UTF-16 units of the file. */
const rangeSchema = z.object({ start: z.int(), end: z.int() })

/** A possible secret that the export found; never its value. */
const findingSchema = z.object({
  id: z.string(),
  textId: z.string().describe('Empty outside the texts of layers'),
  where: z.enum(['values', 'manifest', 'variable', 'description', 'label']),
  layerName: z.string().describe('Empty for what belongs to no layer'),
  manifest: z.string().optional(),
  path: z.string(),
  line: z.int().describe('Line in its text, from 1; 0 outside the texts'),
  source: z.enum(['declared', 'secret-manifest', 'variable', 'suspected']),
  reason: z.string(),
  message: z.string().describe('The reason as a sentence'),
  evidence: z.array(z.string()).describe('All that speaks for it, its reason among it'),
  strength: z.enum(['declared', 'certain', 'likely', 'possible']),
  decidedBy: z.enum(['mark', 'rule']).optional().describe('Set if a person decided it: by a mark or by a rule'),
  isMasked: z.boolean().describe('In the file as asked for'),
  isFixed: z.boolean().describe('Nobody can leave it in clear'),
  range: rangeSchema.optional().describe('Of its mask in `file`'),
})

/** Query of GET /v1/clusterprofiles/{uid}/export/preview. */
export const exportPreviewQuerySchema = exportQuerySchema.pick({ format: true, unmask: true, pretty: true })

/** Body of POST /v1/clusterprofiles/{uid}/export and …/export/preview, because a URL has no room for many ids. */
export const exportChoiceSchema = z
  .object({
    format: exportQuerySchema.shape.format,
    pretty: z.boolean().default(false).describe('JSON with line breaks, for people'),
    unmask: z
      .array(z.string().max(5_500))
      .max(10_000)
      .default([])
      .describe('Ids of suspected secrets to leave in clear'),
  })
  .meta({ id: 'ExportChoice', examples: [{ format: 'json', pretty: true, unmask: [] }] })

/** The response of GET and POST /v1/clusterprofiles/{uid}/export/preview (Waybill's own). */
export const exportPreviewSchema = z.object({
  fileNames: z.object({ json: z.string(), yaml: z.string() }),
  mayUnmask: z.boolean().describe('Whether the caller may leave suspected secrets in clear and mark places'),
  leavesOutDraft: z
    .boolean()
    .describe('Whether there is a draft beside the published version, which is the one in the file'),
  findings: z.array(findingSchema),
  file: z.string().describe('What would be saved: masks in place, but for what `unmask` leaves in clear'),
  problems: z.array(problemSchema).describe('What the export would be refused for; `file` is empty then'),
  scalars: z
    .array(z.object({ ...scalarPlace, ...rangeSchema.shape }))
    .describe('Ranges of the layers’ values in `file`, in its order; none for files over 256 KiB'),
})
export type ExportPreviewBody = z.infer<typeof exportPreviewSchema>
