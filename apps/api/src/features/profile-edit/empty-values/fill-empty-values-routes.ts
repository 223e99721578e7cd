import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { changer } from '../edit-route.ts'
import { fillingEmptyValues } from './fill-empty-values.ts'

export const fillEmptyValuesRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.emptyValues.fill, async (request, reply) =>
    changer(platform).change(request, reply, fillingEmptyValues(use(request), request.body.values)),
  )
}
