import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { listProjects, readProjectsPage } from './project-list-repository.ts'
import { projectMeta, toProjectSummary } from './project-presenter.ts'

const { projects } = operations

export const projectListRoutes: FastifyPluginAsync = async (app) => {
  route(app, projects.listNames, async ({ tenantDb, caller, query }) => {
    const found = await listProjects(tenantDb, caller, query)
    return { items: found.map(({ uid, name }) => ({ metadata: { uid, name } })) }
  })

  route(app, projects.list, async ({ tenantDb, caller }) => {
    const items = (await listProjects(tenantDb, caller)).map((project) => ({ metadata: projectMeta(project) }))
    return { items, listmeta: { continue: '', count: items.length, limit: items.length, offset: 0 } }
  })

  route(app, projects.search, async ({ tenantDb, caller, query, body }) => {
    const page = readPage(query)
    const { items, count } = await readProjectsPage(tenantDb, caller, {
      page,
      filter: body?.filter?.name,
      sort: body?.sort ?? [],
    })
    return { items: items.map(toProjectSummary), listmeta: listMeta(page, count) }
  })
}
