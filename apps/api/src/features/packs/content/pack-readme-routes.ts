import { commonErrorResponses, packReadmeSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { OpenTexts } from './pack-content-service.ts'
import { createPackRepository } from '../read/pack-repository.ts'
import { found } from '../read/pack-service.ts'

const mayGet = { access: { permission: 'packRegistry.get' } } as const
const uidParams = z.object({ uid: z.string().max(64) })

const ONE_CHART = { atMost: 1, withinMs: 10_000 }

export const packReadmeRoutes: FastifyPluginAsyncZod<{ openTexts: OpenTexts }> = async (app, { openTexts }) => {
  app.get(
    '/v1/packs/:uid/readme',
    {
      config: mayGet,
      schema: {
        tags: ['packs'],
        summary: 'The README of a pack version; empty when it has none or its registry cannot be read just now',
        params: uidParams,
        response: { 200: packReadmeSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params }) => {
      const stored = await createPackRepository(tenantDb).listTexts([params.uid])
      const [texts] = await openTexts(tenantDb, stored, ONE_CHART)
      return { readme: found(texts).readme }
    },
  )

  app.get(
    '/v1/packs/:uid/logo',
    {
      config: mayGet,
      schema: {
        tags: ['packs'],
        summary: 'Logos are not kept: always ResourceNotFound, and logoUrl is empty everywhere',
        params: uidParams,
        response: { 200: z.never().describe('Never sent'), ...commonErrorResponses },
      },
    },
    async () => {
      throw new AppError('ResourceNotFound')
    },
  )
}
