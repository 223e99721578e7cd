import { operations } from '@waybill/api-contract/operations'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { readUpload } from '../../platform/http/uploads/upload.ts'
import { registerDocumentBody } from '../../platform/http/uploads/document-body.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { compareWithFile } from './profile-compare-service.ts'

export const compareFileRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  registerDocumentBody(app)
  route(app, operations.comparisons.file, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const { bytes } = await readUpload(request)
    const { format = 'auto' } = request.query
    return compareWithFile(use(request), { uid: request.params.uid, file: { bytes, format } })
  })
}
