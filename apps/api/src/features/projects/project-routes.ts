import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { readMembers } from './project-members.ts'
import { toActiveResources, toProject } from './project-presenter.ts'
import { countContents, createProjectStore, findProject, listMembers } from './project-repository.ts'
import { createProject, deleteProject, replaceProject, type ProjectDraft } from './project-service.ts'

/** A project can hold thousands of profiles. */
const MAY_TAKE_MS = 30_000
const { projects } = operations

export const projectRoutes: FastifyPluginAsync = async (app) => {
  route(app, projects.create, async ({ tenantDb, caller, body }, reply) => {
    const draft = { metadata: body.metadata, members: readMembers(caller, body) }
    const { uid, auditUid } = await tenantDb.$transaction((tx) => createProject(createProjectStore(tx, caller), draft))
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, projects.get, async ({ tenantDb, caller, params: { uid } }) => {
    const project = await findProject(tenantDb, uid)
    if (!project) throw new AppError('ResourceNotFound')
    const maySeeUsers = caller.tenantPermissions.has('user.list')
    return toProject(project, maySeeUsers ? await listMembers(tenantDb, uid) : undefined)
  })

  route(app, projects.replace, async (request, reply) => {
    const { caller, body } = request
    await replace(request, reply, { metadata: body.metadata, members: readMembers(caller, body) })
  })

  route(app, projects.replaceMeta, async (request, reply) => replace(request, reply, { metadata: request.body }))

  route(app, projects.delete, async ({ tenantDb, caller, params: { uid }, query }, reply) => {
    const withContents = query.cleanupProjectResources === 'true'
    const auditUid = await tenantDb.$transaction(
      (tx) => deleteProject(createProjectStore(tx, caller), uid, { withContents }),
      { timeout: MAY_TAKE_MS },
    )
    sendAuditUid(reply, auditUid)
  })

  route(app, projects.listContents, async ({ tenantDb, params: { uid } }) =>
    toActiveResources(await countContents(tenantDb, uid)),
  )
}

type ProjectRequest = FastifyRequest<{ Params: { uid: string } }>

async function replace({ tenantDb, caller, params }: ProjectRequest, reply: FastifyReply, draft: ProjectDraft) {
  const auditUid = await tenantDb.$transaction((tx) =>
    replaceProject(createProjectStore(tx, caller), params.uid, draft),
  )
  sendAuditUid(reply, auditUid)
}
