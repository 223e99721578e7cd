import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { route } from '../../../platform/http/route.ts'
import { findPackGrounds } from '../../profile-plan/index.ts'
import { changer, type ProfileEditOptions } from '../edit-route.ts'
import { fillingEmptyValues } from './fill-empty-values.ts'

export const fillEmptyValuesRoutes: FastifyPluginAsync<ProfileEditOptions> = async (app, options) => {
  const { workers } = options.platform
  route(app, operations.emptyValues.fill, async (request, reply) =>
    changer(options).change(
      request,
      reply,
      fillingEmptyValues(
        { workers, findPackGrounds: (packUids) => findPackGrounds(request.tenantDb, packUids) },
        request.body.values,
      ),
    ),
  )
}
