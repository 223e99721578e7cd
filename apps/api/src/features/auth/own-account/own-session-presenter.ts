import type { OwnSessionsBody } from '@waybill/api-contract'
import type { Caller } from '../../../platform/access/caller.ts'
import type { OwnSession } from './own-account-repository.ts'

export const toOwnSession = (
  { uid, tokenHash, address, userAgent, createdAt, lastSeenAt, expiresAt }: OwnSession,
  { sessionUid }: Pick<Caller, 'sessionUid'>,
): OwnSessionsBody['items'][number] => ({
  uid,
  kind: tokenHash === null ? 'token' : 'browser',
  isCurrent: uid === sessionUid,
  address,
  userAgent,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})
