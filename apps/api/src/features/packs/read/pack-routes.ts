import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import { toTagEntity } from './pack-presenter.ts'
import { createPackRepository } from './pack-repository.ts'
import { chooseVersions, found, packNamesOf } from './pack-service.ts'
import { readValues, type PackValuesTools } from '../content/pack-values.ts'

export const packRoutes: FastifyPluginAsync<PackValuesTools> = async (app, tools) => {
  route(app, operations.packs.get, async ({ tenantDb, params }) => {
    const repository = createPackRepository(tenantDb)
    const pack = found(await repository.findPack(params.uid))
    const versions = await repository.listVersions(pack)
    return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, [pack]) })
  })

  route(app, operations.packs.getByName, async ({ tenantDb, params, query }) => {
    const { registryUid } = params
    const repository = createPackRepository(tenantDb)
    for (const name of packNamesOf(params.packName)) {
      const versions = chooseVersions(await repository.listVersions({ registryUid, name }), query)
      const [pack] = versions
      if (pack) return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, versions) })
    }
    throw new AppError('ResourceNotFound')
  })
}
