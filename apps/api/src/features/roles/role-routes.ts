import {
  commonErrorResponses,
  featuresSchema,
  listQuerySchema,
  permissionsQuerySchema,
  permissionsSchema,
  roleInputSchema,
  rolesSchema,
  uidBodySchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { listMeta, readPage } from '../../platform/http/lists/paging.ts'
import { listRoles } from './role-list.ts'
import { permissionsIn, toRole } from './role-presenter.ts'

const tags = ['roles']
const mayList = { access: { permission: 'role.list' }, scope: 'tenant' } as const

export const roleRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/roles',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Roles that can be held in the tenant or a project',
        querystring: listQuerySchema,
        response: { 200: rolesSchema, ...commonErrorResponses },
      },
    },
    async ({ query }) => {
      const page = readPage(query)
      const roles = listRoles(query)
      const items = roles.slice(page.offset, page.offset + page.limit).map(toRole)
      return { items, listmeta: listMeta(page, roles.length) }
    },
  )

  app.post(
    '/v1/roles',
    {
      config: { access: { permission: 'role.create' }, scope: 'tenant' },
      schema: {
        tags,
        summary: 'Refused with NotSupported: the roles are those of the system',
        body: roleInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async () => {
      throw new AppError('NotSupported')
    },
  )

  app.get(
    '/v1/permissions',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'What roles can allow, by scope and kind of thing',
        querystring: permissionsQuerySchema,
        response: { 200: permissionsSchema, ...commonErrorResponses },
      },
    },
    async ({ query }) => permissionsIn(query.scope),
  )

  app.get(
    '/v1/features',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags,
        summary: 'Features that can be switched on for a tenant: there are none, everything is on',
        response: { 200: featuresSchema, ...commonErrorResponses },
      },
    },
    async () => ({ items: [] }),
  )
}
