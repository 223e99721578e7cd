import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { listMeta, readPage } from '../../platform/http/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { listRoles } from './role-list.ts'
import { permissionsIn, toRole } from './role-presenter.ts'

const { roles } = operations

export const roleRoutes: FastifyPluginAsync = async (app) => {
  route(app, roles.list, async ({ query }) => {
    const page = readPage(query)
    const found = listRoles(query)
    const items = found.slice(page.offset, page.offset + page.limit).map(toRole)
    return { items, listmeta: listMeta(page, found.length) }
  })

  route(app, roles.create, async () => {
    throw new AppError('NotSupported')
  })

  route(app, roles.listPermissions, async ({ query }) => permissionsIn(query.scope))

  route(app, roles.listFeatures, async () => ({ items: [] }))
}
