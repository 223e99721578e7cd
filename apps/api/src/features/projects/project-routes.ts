import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { readMembers } from './members/project-members.ts'
import { toActiveResources, toProject } from './project-presenter.ts'
import { listMembers } from './members/project-member-repository.ts'
import { countContents, findProject } from './project-repository.ts'
import { createProject, deleteProject, replaceProject, type ProjectDraft } from './project-service.ts'
import { maySeeMembers } from './project-policy.ts'
import { timeLimit } from '../../platform/time-limits.ts'

/** A project can contain thousands of profiles. */
const MAY_TAKE_MS = 30_000
const { projects } = operations

export const projectRoutes: FastifyPluginAsync = async (app) => {
  route(app, projects.create, async ({ tenantDb, caller, body }, reply) => {
    const { uid, auditUid } = await tenantDb.$transaction(async (tx) => {
      const draft = { metadata: body.metadata, members: await readMembers(tx, caller, body) }
      return createProject({ tx, caller }, draft)
    })
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, projects.get, async ({ tenantDb, caller, params: { uid } }) => {
    const project = await findProject(tenantDb, uid)
    if (!project) throw new AppError('ResourceNotFound')
    const { users, teams } = await listMembers(tenantDb, uid)
    return toProject(project, {
      users: maySeeMembers(caller, 'user') ? users : undefined,
      teams: maySeeMembers(caller, 'team') ? teams : undefined,
    })
  })

  route(app, projects.replace, async (request, reply) => {
    const { caller, body } = request
    await replace(request, reply, async (tx) => ({
      metadata: body.metadata,
      members: await readMembers(tx, caller, body),
    }))
  })

  route(app, projects.replaceMeta, async (request, reply) =>
    replace(request, reply, async () => ({ metadata: request.body })),
  )

  route(app, projects.delete, async ({ tenantDb, caller, params: { uid }, query }, reply) => {
    const withContents = query.cleanupProjectResources === 'true'
    const auditUid = await tenantDb.$transaction((tx) => deleteProject({ tx, caller }, uid, { withContents }), {
      timeout: timeLimit(MAY_TAKE_MS),
    })
    sendAuditUid(reply, auditUid)
  })

  route(app, projects.listContents, async ({ tenantDb, params: { uid } }) =>
    toActiveResources(await countContents(tenantDb, uid)),
  )
}

type ProjectRequest = FastifyRequest<{ Params: { uid: string } }>

async function replace(
  { tenantDb, caller, params }: ProjectRequest,
  reply: FastifyReply,
  readDraft: (tx: TenantClient) => Promise<ProjectDraft>,
) {
  const auditUid = await tenantDb.$transaction(async (tx) =>
    replaceProject({ tx, caller }, params.uid, await readDraft(tx)),
  )
  sendAuditUid(reply, auditUid)
}
