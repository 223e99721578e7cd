import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage } from '../../../platform/http/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { countUsers, getUser, listUsers } from '../user-list-repository.ts'
import { toPerson } from './person-presenter.ts'
import { readPeopleQuery } from './people-query-repository.ts'

/** Users as the console's People show them. */
export const personRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.accounts.listPeople, async ({ tenantDb, query }) => {
    const page = readPage(query)
    const question = readPeopleQuery(query)
    const items = (await listUsers(tenantDb, question, page)).map(toPerson)
    return { items, listmeta: listMeta(page, await countUsers(tenantDb, question)) }
  })

  route(app, operations.accounts.getPerson, async ({ tenantDb, params }) =>
    toPerson(await getUser(tenantDb, params.uid)),
  )
}
