import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { ALL_ROLES } from '../../platform/access/roles.ts'
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

  route(app, roles.get, async ({ params: { roleUid } }) => {
    const role = ALL_ROLES.find(({ uid }) => uid === roleUid)
    if (!role) throw new AppError('ResourceNotFound')
    return toRole(role)
  })

  for (const change of [roles.create, roles.replace, roles.remove, roles.clone]) {
    route(app, change, async () => {
      throw new AppError('NotSupported')
    })
  }

  route(app, roles.listPermissions, async ({ query }) => permissionsIn(query.scope))

  route(app, roles.listSystemFeatures, async () => ({ items: [] }))

  route(app, roles.listFeatures, async () => ({ items: [] }))
}
