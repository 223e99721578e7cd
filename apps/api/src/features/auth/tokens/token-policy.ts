import type { Caller } from '../../../platform/access/caller.ts'

/** One's own tokens, and those of users whom one may change. */
export const mayEndTokenOf = ({ userUid, permissions }: Caller, ownerUid: string): boolean =>
  ownerUid === userUid || permissions.has('user.update')
