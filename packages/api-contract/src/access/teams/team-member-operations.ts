import type { Operations } from '../../operation/operation.ts'
import { noContent } from '../../operation/success.ts'
import { uidParams } from '../../shapes/uid.ts'
import { teamMemberParams, teamMembersInputSchema } from './teams.ts'

const shared = { tag: 'teams', scope: 'tenant', access: { permission: 'team.update' }, success: noContent } as const

/**
 * Adds and removes members one by one, so that two people who change a team at once do not undo each other's changes.
 */
export const teamMemberOperations = {
  /** Refusal: `GrantExceedsOwn`, `ResourceNotFound`. */
  add: {
    ...shared,
    method: 'POST',
    path: '/v1/console/teams/{uid}/members',
    summary: 'Takes users into a team. Nobody gives more than they may do themselves: GrantExceedsOwn',
    params: uidParams,
    body: teamMembersInputSchema,
  },
  /** Refusal: `LastAdmin`, `ResourceNotFound`. */
  remove: {
    ...shared,
    method: 'DELETE',
    path: '/v1/console/teams/{uid}/members/{userUid}',
    summary: 'Takes a user out of a team. Refused with LastAdmin where no Tenant Admin would be left',
    params: teamMemberParams,
  },
} as const satisfies Operations
