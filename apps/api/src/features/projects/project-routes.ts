import {
  commonErrorResponses,
  projectActiveResourcesSchema,
  projectCleanupQuerySchema,
  projectCleanupSchema,
  projectInputSchema,
  projectMetaInputSchema,
  projectSchema,
  uidBodySchema,
} from '@waybill/api-contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { readMembers } from './project-members.ts'
import { toActiveResources, toProject } from './project-presenter.ts'
import { countContents, createProjectStore, findProject, listMembers } from './project-repository.ts'
import { createProject, deleteProject, replaceProject, type ProjectDraft } from './project-service.ts'

/** A project can hold thousands of profiles. */
const MAY_TAKE_MS = 30_000
const tags = ['projects']
const params = z.object({ uid: z.string().max(64) })

export const projectRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/v1/projects',
    {
      config: { access: { permission: 'project.create' }, scope: 'tenant' },
      schema: {
        tags,
        summary: 'Creates a project',
        body: projectInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, body }, reply) => {
      const draft = { metadata: body.metadata, members: readMembers(caller, body) }
      const { uid, auditUid } = await tenantDb.$transaction((tx) =>
        createProject(createProjectStore(tx, caller), draft),
      )
      return sendAuditUid(reply, auditUid).code(201).send({ uid })
    },
  )

  app.get(
    '/v1/projects/:uid',
    {
      config: { access: { permission: 'project.get' }, scope: 'path-project' },
      schema: {
        tags,
        summary: 'A project',
        params,
        response: { 200: projectSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid } }) => {
      const project = await findProject(tenantDb, uid)
      if (!project) throw new AppError('ResourceNotFound')
      const maySeeUsers = caller.tenantPermissions.has('user.list')
      return toProject(project, maySeeUsers ? await listMembers(tenantDb, uid) : undefined)
    },
  )

  await app.register(projectChangeRoutes)
  await app.register(projectDeleteRoutes)
}

const projectChangeRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: { permission: 'project.update' }, scope: 'path-project' } as const
  app.put(
    '/v1/projects/:uid',
    {
      config,
      schema: {
        tags,
        summary: 'Replaces name, labels and annotations of a project, and its users where the body has them',
        params,
        body: projectInputSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { caller, body } = request
      return replace(request, reply, { metadata: body.metadata, members: readMembers(caller, body) })
    },
  )

  app.put(
    '/v1/projects/:uid/meta',
    {
      config,
      schema: {
        tags,
        summary: 'Replaces name, labels and annotations of a project',
        params,
        body: projectMetaInputSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => replace(request, reply, { metadata: request.body }),
  )
}

type ProjectRequest = FastifyRequest<{ Params: { uid: string } }>

async function replace({ tenantDb, caller, params }: ProjectRequest, reply: FastifyReply, draft: ProjectDraft) {
  const auditUid = await tenantDb.$transaction((tx) =>
    replaceProject(createProjectStore(tx, caller), params.uid, draft),
  )
  return sendAuditUid(reply, auditUid).code(204).send(null)
}

const projectDeleteRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: { permission: 'project.delete' }, scope: 'path-project' } as const
  app.delete(
    '/v1/projects/:uid',
    {
      config,
      schema: {
        tags,
        summary: 'Deletes a project. One with profiles or macros only with cleanupProjectResources=true',
        params,
        querystring: projectCleanupQuerySchema,
        body: projectCleanupSchema.nullish(),
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid }, query }, reply) => {
      const withContents = query.cleanupProjectResources === 'true'
      const auditUid = await tenantDb.$transaction(
        (tx) => deleteProject(createProjectStore(tx, caller), uid, { withContents }),
        { timeout: MAY_TAKE_MS },
      )
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )

  app.delete(
    '/v1/projects/:uid/validate',
    {
      config,
      schema: {
        tags,
        summary: 'What stands in a project and would be deleted with it. Deletes nothing',
        params,
        response: { 200: projectActiveResourcesSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params: { uid } }) => toActiveResources(await countContents(tenantDb, uid)),
  )
}
