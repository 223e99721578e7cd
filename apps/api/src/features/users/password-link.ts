import type { FastifyReply, FastifyRequest } from 'fastify'
import { checkMayActAs } from '../../platform/access/held-role-repository.ts'
import { newSessionToken, sessionTokenHash } from '../../platform/access/session.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeUser, keepPasswordLink } from './user-account-repository.ts'

const LINK_HOURS = 24

interface LinkTo {
  platform: Pick<Platform, 'config' | 'now'>
  uid: string
}

/** A link by which a user sets a password, once; nobody can read it again. */
export async function makePasswordLink(request: FastifyRequest, reply: FastifyReply, { platform, uid }: LinkTo) {
  const token = newSessionToken()
  const expiresAt = new Date(platform.now().getTime() + LINK_HOURS * 3_600_000)
  const origin = platform.config.publicUrl ?? `${request.protocol}://${request.host}`
  const answer = { link: `${origin}/login#password=${token}`, expiresAt: expiresAt.toISOString() }
  willAnswer(answer)
  const { tenantDb, caller } = request
  const change = { caller, uid, action: 'update', what: 'password link', record: recordEffect } as const
  const kept = { tokenHash: sessionTokenHash(token), expiresAt, madeBy: caller.userUid }
  const auditUid = await changeUser(tenantDb, change, async (tx) => {
    await checkMayActAs(tx, caller, uid)
    await keepPasswordLink(tx, uid, kept)
  })
  sendAuditUid(reply, auditUid)
  return answer
}
