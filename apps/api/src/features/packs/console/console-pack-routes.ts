import { layerSchema, packTypeSchema } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import { parsePackConstraints, parsePackResources } from '@waybill/profile-format'
import type { FastifyPluginAsync } from 'fastify'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { route } from '../../../platform/http/route.ts'
import { visibleProjects } from './console-pack-policy.ts'
import { findConsolePack, listPackFacets, listPackUsers, listVersionsEverywhere } from './console-pack-repository.ts'
import { readMetas } from '../content/pack-metas.ts'
import { found, readAnnotations } from '../read/pack-service.ts'
import type { PackValuesTools } from '../content/pack-values.ts'

const ONE_CHART = { atMost: 1, withinMs: 15_000 }

export const consolePackRoutes: FastifyPluginAsync<PackValuesTools> = async (app, tools) => {
  route(app, operations.consolePacks.listFacets, async ({ tenantDb }) => listPackFacets(tenantDb))

  route(app, operations.consolePacks.get, async ({ tenantDb, params }) => presentPack(tools, tenantDb, params.uid))

  route(app, operations.consolePacks.listUsers, async ({ tenantDb, caller, params }) => {
    found(await findConsolePack(tenantDb, params.uid))
    return listPackUsers(tenantDb, params.uid, visibleProjects(caller))
  })
}

async function presentPack({ workers, openTexts }: PackValuesTools, db: TenantDb, uid: string) {
  const stored = found(await findConsolePack(db, uid))
  const [pack = stored] = await openTexts(db, [stored], ONE_CHART)
  const [meta] = await readMetas(workers, [pack])
  const versions = await listVersionsEverywhere(db, pack.name)
  return {
    ...pack,
    layer: layerSchema.parse(pack.layer),
    type: packTypeSchema.parse(pack.type),
    annotations: readAnnotations(pack.annotations),
    isRemoved: pack.removedAt !== null,
    content: pack.isContentRead ? ('read' as const) : ('unavailable' as const),
    presets: meta?.presets ?? [],
    schema: meta?.schema ?? [],
    schemaText: pack.schema,
    dependencies: parsePackConstraints(pack.constraints),
    resources: parsePackResources(pack.constraints),
    versions,
  }
}
