import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { listEmptyValues } from './empty-values-service.ts'

export const emptyValueListRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.emptyValues.list, async (request, reply) => {
    const { etag, values } = await listEmptyValues(use(request), request.params.uid)
    void reply.header('etag', etag)
    return { items: values }
  })
}
