import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage } from '../../../platform/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { getUser } from '../user-list-repository.ts'
import { listPeople } from './person-list-repository.ts'
import { toPerson } from './person-presenter.ts'

/** Users as the console's People page shows them. */
export const personRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.accounts.listPeople, async ({ tenantDb, query }) => {
    const page = readPage(query)
    const { people, count } = await listPeople(tenantDb, query, page)
    return { items: people.map(toPerson), listmeta: listMeta(page, count) }
  })

  route(app, operations.accounts.getPerson, async ({ tenantDb, params }) =>
    toPerson(await getUser(tenantDb, params.uid)),
  )
}
