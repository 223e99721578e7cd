import { commonErrorResponses, listMetaSchema, objectMetaSchema, projectsMetadataSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listProjects, type ProjectRow } from './project-repository.ts'

const projectsSchema = z.object({ items: z.array(z.object({ metadata: objectMetaSchema })), listmeta: listMetaSchema })

export const projectRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/dashboard/projects/metadata',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['projects'],
        summary: 'Uid and name of every project that the caller may enter',
        response: { 200: projectsMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const projects = await listProjects(tenantDb, caller)
      return { items: projects.map(({ uid, name }) => ({ metadata: { uid, name } })) }
    },
  )

  // Not in the contract: older scripts call it and read .items[].
  app.get(
    '/v1/projects',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['projects'],
        summary: 'The projects that the caller may enter',
        response: { 200: projectsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => {
      const items = (await listProjects(tenantDb, caller)).map(presentProject)
      return { items, listmeta: { continue: '', count: items.length, limit: items.length, offset: 0 } }
    },
  )
}

function presentProject({ uid, name, description, createdAt, modifiedAt }: ProjectRow) {
  return {
    metadata: {
      uid,
      name,
      labels: {},
      annotations: { scope: 'tenant', ...(description !== '' && { description }) },
      creationTimestamp: createdAt.toISOString(),
      lastModifiedTimestamp: modifiedAt.toISOString(),
    },
  }
}
