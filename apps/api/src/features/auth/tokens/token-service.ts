import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { mayEndTokenOf } from './token-policy.ts'
import { deleteTokens } from './token-repository.ts'

/** Ends those of the tokens that the caller may end, and writes the audit event; others are skipped. */
export async function endTokens(
  { db, caller }: UseCase,
  { accessTokens }: Pick<Platform, 'accessTokens'>,
  tokens: readonly string[],
): Promise<void> {
  const subjects = await Promise.all(tokens.map((token) => accessTokens.verify(token)))
  const sessionUids = subjects.flatMap((subject) =>
    subject && mayEndTokenOf(caller, subject.userUid) ? subject.sessionUid : [],
  )
  if (sessionUids.length === 0) return
  await db.$transaction(async (tx) => {
    for (const { userUid: uid, email, count } of await deleteTokens(tx, sessionUids)) {
      const resource = { kind: 'user', uid, name: email }
      await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'tokens', count } })
    }
  })
}
