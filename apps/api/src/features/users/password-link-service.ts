import { checkMayActAs } from '../../platform/access/roles/held-role-repository.ts'
import { newSessionToken, sessionTokenHash } from '../../platform/access/session.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { keepPasswordLink } from './user-account-repository.ts'
import { changeUser } from './user-service.ts'

const LINK_HOURS = 24

/**
 * Creates a link with which a user sets a password once; it cannot be read again.
 * @throws AppError ResourceNotFound, UserDisabled, GrantExceedsOwn for a user who may do more than the caller
 */
export async function makePasswordLink(
  use: UseCase<'now'>,
  { uid, signInPage }: { uid: string; signInPage: string },
): Promise<{ answer: { link: string; expiresAt: string }; auditUid: string }> {
  const { caller, tools } = use
  const token = newSessionToken()
  const expiresAt = new Date(tools.now().getTime() + LINK_HOURS * 3_600_000)
  const answer = { link: `${signInPage}#password=${token}`, expiresAt: expiresAt.toISOString() }
  willAnswer(answer)
  const auditUid = await changeUser(use, { uid, what: 'password link', record: recordEffect }, async (tx) => {
    await checkMayActAs(tx, caller, uid)
    await keepPasswordLink(tx, uid, { tokenHash: sessionTokenHash(token), expiresAt, madeBy: caller.userUid })
  })
  return { answer, auditUid }
}
