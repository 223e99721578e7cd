import {
  commonErrorResponses,
  consolePackSchema,
  layerSchema,
  packFacetsSchema,
  packTypeSchema,
  registryUsersSchema,
} from '@waybill/api-contract'
import { parsePackConstraints, parsePackResources } from '@waybill/profile-format'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Caller } from '../../../platform/access/caller.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { createConsolePackRepository } from './console-pack-repository.ts'
import { createPackFacetsRepository } from './pack-facets-repository.ts'
import { readMetas } from '../content/pack-metas.ts'
import { found, readAnnotations } from '../read/pack-service.ts'
import type { PackValuesTools } from '../content/pack-values.ts'

const uidParams = z.object({ uid: z.string().max(64) })
const tags = ['console']

const ONE_CHART = { atMost: 1, withinMs: 15_000 }

export const consolePackRoutes: FastifyPluginAsyncZod<PackValuesTools> = async (app, tools) => {
  app.get(
    '/v1/console/packs/facets',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags,
        summary: 'What the filters of the packs can offer',
        response: { 200: packFacetsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb }) => createPackFacetsRepository(tenantDb).listFacets(),
  )

  app.get(
    '/v1/console/packs/:uid',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags,
        summary: 'All of one pack version, and which versions there are in all registries',
        params: uidParams,
        response: { 200: consolePackSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params }) => presentPack(tools, tenantDb, params.uid),
  )

  app.get(
    '/v1/console/packs/:uid/users',
    {
      config: { access: { permission: 'clusterProfile.list' } },
      schema: {
        tags,
        summary: 'Profiles that the caller may see with a layer out of this pack version',
        params: uidParams,
        response: { 200: registryUsersSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params }) => {
      const repository = createConsolePackRepository(tenantDb)
      found(await repository.findPack(params.uid))
      return repository.listUsers(params.uid, visibleProjects(caller))
    },
  )
}

/** Who holds a role in the tenant sees every project's profiles. */
const visibleProjects = ({ tenantPermissions, scope }: Caller) =>
  tenantPermissions.has('clusterProfile.get') ? 'all' : [scope.uid]

async function presentPack({ workers, openTexts }: PackValuesTools, db: TenantDb, uid: string) {
  const repository = createConsolePackRepository(db)
  const stored = found(await repository.findPack(uid))
  const [pack = stored] = await openTexts(db, [stored], ONE_CHART)
  const [meta] = await readMetas(workers, [pack])
  const versions = await repository.listVersions(pack.name)
  return {
    ...pack,
    layer: layerSchema.parse(pack.layer),
    type: packTypeSchema.parse(pack.type),
    annotations: readAnnotations(pack.annotations),
    isRemoved: pack.removedAt !== null,
    content: pack.isContentRead ? ('read' as const) : ('unavailable' as const),
    presets: meta?.presets ?? [],
    schema: meta?.schema ?? [],
    dependencies: parsePackConstraints(pack.constraints),
    resources: parsePackResources(pack.constraints),
    versions,
  }
}
