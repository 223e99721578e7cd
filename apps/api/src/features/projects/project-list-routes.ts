import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '../../platform/access/caller.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { listProjects, readProjectsPage, type ProjectsQuestion } from './project-list-repository.ts'
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

  route(app, projects.page, async ({ tenantDb, caller, query }) =>
    summaries(tenantDb, caller, { page: readPage(query), filter: null, sort: [] }),
  )

  route(app, projects.search, async ({ tenantDb, caller, query, body }) =>
    summaries(tenantDb, caller, { page: readPage(query), filter: body?.filter?.name, sort: body?.sort ?? [] }),
  )
}

async function summaries(db: TenantClient, caller: Caller, asked: ProjectsQuestion) {
  const { items, count } = await readProjectsPage(db, caller, asked)
  return { items: items.map(toProjectSummary), listmeta: listMeta(asked.page, count) }
}
