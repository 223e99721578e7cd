import {
  commonErrorResponses,
  userInfoSchema,
  usersFilterSchema,
  usersMetadataSchema,
  usersSchema,
  usersSummarySchema,
  wholeListQuerySchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { listMeta, readWholePage } from '../../platform/http/lists/paging.ts'
import { countUsers, listUsers, readSummaryFilter, readUserQuery } from './user-list-repository.ts'
import { toUser, toUserSummary } from './user-presenter.ts'

const tags = ['users']
const mayList = { access: { permission: 'user.list' }, scope: 'tenant' } as const

export const userRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/users/info',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags,
        summary: 'Who the credential belongs to',
        response: { 200: userInfoSchema, ...commonErrorResponses },
      },
    },
    async ({ caller }) => ({ orgName: caller.tenantName, tenantUid: caller.tenantUid, userUid: caller.userUid }),
  )

  await app.register(userListRoutes)
}

const userListRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/users',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Users of the tenant',
        querystring: wholeListQuerySchema,
        response: { 200: usersSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, query }) => {
      const page = readWholePage(query)
      const question = readUserQuery(query)
      const items = (await listUsers(tenantDb, question, page)).map(toUser)
      return { items, listmeta: listMeta(page, await countUsers(tenantDb, question)) }
    },
  )

  app.get(
    '/v1/users/meta',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Uid, name and e-mail of every user of the tenant',
        response: { 200: usersMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb }) => {
      const users = await listUsers(tenantDb, readUserQuery({}))
      return { items: users.map(({ uid, name, email }) => ({ uid, name, emailId: email })) }
    },
  )

  app.post(
    '/v1/users/summary',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Users of the tenant with their roles and projects, filtered',
        body: usersFilterSchema.nullish(),
        response: { 200: usersSummarySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, body }) => {
      const question = readSummaryFilter({ filter: body?.filter, sort: body?.sort ?? [] })
      return { items: (await listUsers(tenantDb, question)).map(toUserSummary) }
    },
  )
}
