import { readPersonNames } from './person-names.ts'
import { randomBytes } from 'node:crypto'
import type { UserInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { hashPassword } from '../../platform/access/credentials/password.ts'
import { readRoles } from '../roles/index.ts'
import { createUser, type NewUser } from './user-repository.ts'

export const userCreateRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.users.create, async ({ tenantDb, caller, body }, reply) => {
    const user = { ...readUser(body), passwordHash: await unknownPassword() }
    const { uid, auditUid } = await tenantDb.$transaction(async (tx) => {
      const roles = await readRoles(tx, body.spec.roles, { scope: 'tenant', field: 'spec.roles' })
      return createUser(tx, caller, { ...user, roles })
    })
    sendAuditUid(reply, auditUid)
    return { uid }
  })
}

/** Nothing here sends mail: an administrator makes a link by which the user sets one. */
const unknownPassword = () => hashPassword(randomBytes(32).toString('base64'))

function readUser({ metadata, spec }: UserInput): Omit<NewUser, 'passwordHash' | 'roles'> {
  return {
    email: foldEmail(spec.emailId),
    ...readPersonNames(spec),
    teamUids: spec.teams ?? [],
    labels: metadata?.labels,
    annotations: metadata?.annotations,
  }
}
