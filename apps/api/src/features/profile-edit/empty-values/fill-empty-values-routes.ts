import { operations } from '@waybill/api-contract/operations'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { changer } from '../edit-route.ts'
import { fillingEmptyValues } from './fill-empty-values.ts'

export const fillEmptyValuesRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.emptyValues.fill, async (request, reply) =>
    changer(platform).change(request, reply, fillingEmptyValues(use(request), request.body.values)),
  )
}
