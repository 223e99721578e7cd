import {
  commonErrorResponses,
  exportPreviewSchema,
  exportedFileSchema,
  exportQuerySchema,
  terraformExportQuerySchema,
  terraformFileSchema,
} from '@waybill/api-contract'
import { contentDisposition } from '@waybill/profile-format'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { toPreviewBody } from './profile-export-presenter.ts'
import { type ExportedFile, exportProfile, previewExport } from './profile-export-service.ts'

const params = z.object({ uid: z.string().max(300) })
const config = { access: { permission: 'clusterProfile.get' } } as const

export const profileExportRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.get(
    '/v1/clusterprofiles/:uid/export',
    {
      config,
      schema: {
        tags: ['profiles'],
        produces: ['application/octet-stream'],
        summary: 'The profile as a file, its secrets masked',
        params,
        querystring: exportQuerySchema,
        response: { 200: exportedFileSchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { format, mask, pretty, unmask = [] } = request.query
      const options = { format, mask, pretty: pretty === 'true', unmask: [unmask].flat() }
      return sendFile(reply, await exportProfile(use(request), request.params.uid, options))
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/export/terraform',
    {
      config,
      schema: {
        tags: ['profiles'],
        produces: ['application/octet-stream'],
        summary: 'The profile as Terraform configuration; secrets become input variables',
        params,
        querystring: terraformExportQuerySchema,
        response: { 200: terraformFileSchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const format = request.query.format === 'json' ? 'tf.json' : 'tf'
      const options = { format, mask: 'all', pretty: false, unmask: [] } as const
      return sendFile(reply, await exportProfile(use(request), request.params.uid, options))
    },
  )

  app.get(
    '/v1/clusterprofiles/:uid/export/preview',
    {
      config,
      schema: {
        tags: ['console'],
        summary: 'What an export of the profile masks, by place; never a value',
        params,
        response: { 200: exportPreviewSchema, ...commonErrorResponses },
      },
    },
    async (request) => toPreviewBody(await previewExport(use(request), request.params.uid)),
  )
}

function sendFile(reply: FastifyReply, { fileName, file, auditUid }: ExportedFile) {
  sendAuditUid(reply, auditUid)
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', contentDisposition(fileName))
    .type('application/octet-stream')
    .send(file)
}
