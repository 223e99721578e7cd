import { readPersonNames } from './person-names.ts'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { createUser } from './user-service.ts'

const useCase = useCasesWith({})

export const userCreateRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.users.create, async (request, reply) => {
    const { metadata, spec } = request.body
    const { uid, auditUid } = await createUser(useCase(request), {
      email: foldEmail(spec.emailId),
      ...readPersonNames(spec),
      meta: metadata ?? undefined,
      roles: spec.roles,
      teamUids: spec.teams ?? [],
    })
    sendAuditUid(reply, auditUid)
    return { uid }
  })
}
