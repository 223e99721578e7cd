import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import type { OpenTexts } from './pack-content-service.ts'
import { createPackRepository } from '../read/pack-repository.ts'
import { found } from '../read/pack-service.ts'

const ONE_CHART = { atMost: 1, withinMs: 10_000 }

export const packReadmeRoutes: FastifyPluginAsync<{ openTexts: OpenTexts }> = async (app, { openTexts }) => {
  route(app, operations.packs.getReadme, async ({ tenantDb, params }) => {
    const stored = await createPackRepository(tenantDb).listTexts([params.uid])
    const [texts] = await openTexts(tenantDb, stored, ONE_CHART)
    return { readme: found(texts).readme }
  })

  route(app, operations.packs.getLogo, async () => {
    throw new AppError('ResourceNotFound')
  })
}
