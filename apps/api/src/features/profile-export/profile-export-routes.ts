import { operations } from '@waybill/api-contract/operations'
import { contentDisposition } from '@waybill/profile-format'
import type { FastifyReply } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { toPreviewBody } from './profile-export-presenter.ts'
import { type ExportedFile, exportProfile, previewExport, previewTerraform } from './profile-export-service.ts'

export const profileExportRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.exports.file, async (request, reply) => {
    const { format, mask, pretty, unmask = [] } = request.query
    const options = { format, mask, pretty: pretty === 'true', unmask: [unmask].flat() }
    return sendFile(reply, await exportProfile(use(request), request.params.uid, options))
  })

  route(app, operations.exports.terraform, async (request, reply) => {
    const format = request.query.format === 'json' ? 'tf.json' : 'tf'
    const options = { format, mask: 'all', pretty: false, unmask: [] } as const
    return sendFile(reply, await exportProfile(use(request), request.params.uid, options))
  })

  route(app, operations.exports.terraformPreview, async (request) =>
    previewTerraform(use(request), request.params.uid, request.query.format === 'json' ? 'tf.json' : 'tf'),
  )

  route(app, operations.exports.preview, async (request) => {
    const { format, pretty, unmask = [] } = request.query
    const options = { format, pretty: pretty === 'true', unmask: [unmask].flat() }
    return toPreviewBody(await previewExport(use(request), request.params.uid, options))
  })

  route(app, operations.exports.chosenFile, async (request, reply) => {
    const options = { ...request.body, mask: 'all' } as const
    return sendFile(reply, await exportProfile(use(request), request.params.uid, options))
  })

  route(app, operations.exports.chosenPreview, async (request) =>
    toPreviewBody(await previewExport(use(request), request.params.uid, request.body)),
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
