import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { readUpload } from '../../platform/http/uploads/upload.ts'
import { documentBodyBytes } from '../../platform/http/uploads/upload-limits.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { compareWithFile } from './profile-compare-service.ts'

export const compareFileRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  // As for imports: our own reader sees the bytes.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: documentBodyBytes() },
    (_request, body, done) => done(null, body),
  )
  route(app, operations.comparisons.file, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const { bytes } = await readUpload(request)
    const { format = 'auto' } = request.query
    return compareWithFile(use(request), { uid: request.params.uid, file: { bytes, format } })
  })
}
