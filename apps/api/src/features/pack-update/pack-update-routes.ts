import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import type { OpenTexts } from '../packs/index.ts'
import { listedScopes } from '../profiles/index.ts'
import { listUpdates, previewUpdate } from './pack-update-service.ts'
import { listProfileUpdates } from './profile-updates-repository.ts'
import { fittingUpdates } from './profile-updates-service.ts'

interface PackUpdateOptions {
  platform: Platform
  openTexts: OpenTexts
}

/** For moving layers to other versions of their packs. Nothing is written here: the layers' own operations do that. */
export const packUpdateRoutes: FastifyPluginAsync<PackUpdateOptions> = async (app, { platform, openTexts }) => {
  const use = useCasesWith(platform)
  route(app, operations.packUpdates.listAll, async ({ tenantDb, caller, query }) => {
    const page = readPage(query)
    const uids = (query.uids ?? '').split(',').filter(Boolean)
    if (uids.length > page.limit) throw new AppError('InvalidRequest', { params: { field: 'uids' } })
    const { items, count } = await listProfileUpdates(tenantDb, { scopeUids: listedScopes(caller), uids, page })
    return { items: items.map(fittingUpdates), listmeta: listMeta(page, count) }
  })
  route(app, operations.packUpdates.list, async (request) => ({
    items: await listUpdates(use(request), request.params.uid),
  }))
  route(app, operations.packUpdates.preview, async (request) =>
    previewUpdate(use(request), { ...request.params, wanted: request.body, openTexts }),
  )
}
