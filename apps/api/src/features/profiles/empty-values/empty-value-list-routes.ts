import { operations } from '@waybill/api-contract/operations'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { listEmptyValues } from './empty-values-service.ts'

export const emptyValueListRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.emptyValues.list, async (request, reply) => {
    const { etag, values } = await listEmptyValues(use(request), request.params.uid)
    void reply.header('etag', etag)
    return { items: values }
  })
}
