import { commonErrorResponses, packTagEntitySchema, packTagQuerySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { toTagEntity } from './pack-presenter.ts'
import { createPackRepository } from './pack-repository.ts'
import { chooseVersions, found, packNamesOf } from './pack-service.ts'
import { readValues, type PackValuesTools } from '../content/pack-values.ts'

const mayGet = { access: { permission: 'packRegistry.get' } } as const
const uidParams = z.object({ uid: z.string().max(64) })
const nameParams = z.object({ packName: z.string().max(512), registryUid: z.string().max(64) })

export const packRoutes: FastifyPluginAsyncZod<PackValuesTools> = async (app, tools) => {
  app.get(
    '/v1/packs/:uid',
    {
      config: mayGet,
      schema: {
        tags: ['packs'],
        summary:
          'A pack of one registry: all its versions as tags, and the content of the version asked for. packValues is empty when that is still in the registry and cannot be read just now',
        params: uidParams,
        querystring: packTagQuerySchema,
        response: { 200: packTagEntitySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params }) => {
      const repository = createPackRepository(tenantDb)
      const pack = found(await repository.findPack(params.uid))
      const versions = await repository.listVersions(pack)
      return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, [pack]) })
    },
  )

  app.get(
    '/v1/packs/:packName/registries/:registryUid',
    {
      config: mayGet,
      schema: {
        tags: ['packs'],
        summary:
          'The versions of a pack in one registry with their values, newest first. Values that are still in the registry are read for the newest 20 and left out where that fails',
        params: nameParams,
        querystring: packTagQuerySchema,
        response: { 200: packTagEntitySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params, query }) => {
      const { registryUid } = params
      const repository = createPackRepository(tenantDb)
      for (const name of packNamesOf(params.packName)) {
        const versions = chooseVersions(await repository.listVersions({ registryUid, name }), query)
        const [pack] = versions
        if (pack) return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, versions) })
      }
      throw new AppError('ResourceNotFound')
    },
  )
}
