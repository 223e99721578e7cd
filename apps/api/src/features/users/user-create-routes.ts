import { randomBytes } from 'node:crypto'
import type { UserInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { hashPassword } from '../../platform/access/password.ts'
import { readRoles } from './read-roles.ts'
import { createUser, type NewUser } from './user-repository.ts'

export const userCreateRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.users.create, async ({ tenantDb, caller, body }, reply) => {
    const user = { ...readUser(body), passwordHash: await unknownPassword() }
    const { uid, auditUid } = await tenantDb.$transaction((tx) => createUser(tx, caller, user))
    sendAuditUid(reply, auditUid)
    return { uid }
  })
}

/** Nothing here sends mail: an administrator makes a link by which the user sets one. */
const unknownPassword = () => hashPassword(randomBytes(32).toString('base64'))

function readUser({ metadata, spec }: UserInput): Omit<NewUser, 'passwordHash'> {
  if (spec.teams?.length) throw new AppError('NotSupported', { params: { field: 'spec.teams' } })
  return {
    email: spec.emailId.toLowerCase(),
    firstName: spec.firstName ?? '',
    lastName: spec.lastName ?? '',
    roles: readRoles(spec.roles, { scope: 'tenant', field: 'spec.roles' }),
    labels: metadata?.labels,
    annotations: metadata?.annotations,
  }
}
