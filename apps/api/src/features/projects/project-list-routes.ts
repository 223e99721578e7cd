import {
  commonErrorResponses,
  pagingQuerySchema,
  projectsFilterSchema,
  projectsMetadataQuerySchema,
  projectsMetadataSchema,
  projectsSchema,
  projectsSummarySchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { listMeta, readPage } from '../../platform/http/lists/paging.ts'
import { listProjects, readProjectsPage } from './project-list-repository.ts'
import { projectMeta, toProjectSummary } from './project-presenter.ts'

/** Clients look for their project before they name one. */
const config = { access: 'signed-in', scope: 'tenant' } as const
const tags = ['projects']

export const projectListRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/dashboard/projects/metadata',
    {
      config,
      schema: {
        tags,
        summary: 'Uid and name of every project that the caller may enter',
        querystring: projectsMetadataQuerySchema,
        response: { 200: projectsMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query }) => {
      const projects = await listProjects(tenantDb, caller, query)
      return { items: projects.map(({ uid, name }) => ({ metadata: { uid, name } })) }
    },
  )

  // Not in the contract: older scripts call it and read .items[].
  app.get(
    '/v1/projects',
    {
      config,
      schema: {
        tags,
        summary: 'The projects that the caller may enter',
        response: { 200: projectsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const items = (await listProjects(tenantDb, caller)).map((project) => ({ metadata: projectMeta(project) }))
      return { items, listmeta: { continue: '', count: items.length, limit: items.length, offset: 0 } }
    },
  )

  app.post(
    '/v1/dashboard/projects',
    {
      config,
      schema: {
        tags,
        summary: 'The projects that the caller may enter, filtered and by pages',
        querystring: pagingQuerySchema,
        body: projectsFilterSchema.nullish(),
        response: { 200: projectsSummarySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query, body }) => {
      const page = readPage(query)
      const { items, count } = await readProjectsPage(tenantDb, caller, {
        page,
        filter: body?.filter?.name,
        sort: body?.sort ?? [],
      })
      return { items: items.map(toProjectSummary), listmeta: listMeta(page, count) }
    },
  )
}
