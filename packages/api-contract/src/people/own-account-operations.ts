import type { Operations } from '../operation/operation.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import { ownNameSchema, ownSessionsSchema } from './own-account.ts'

const own = { tag: 'console', access: 'signed-in', scope: 'tenant' } as const

/** Operations on one's own account. */
export const ownAccountOperations = {
  rename: {
    ...own,
    method: 'PUT',
    path: '/v1/console/session/name',
    summary: 'Changes your own first and last name',
    body: ownNameSchema,
    success: noContent,
  },
  listSessions: {
    ...own,
    method: 'GET',
    path: '/v1/console/sessions',
    summary: 'Where you are signed in: browsers and tokens, the last used first',
    success: { 200: ownSessionsSchema },
  },
  endOtherSessions: {
    ...own,
    method: 'DELETE',
    path: '/v1/console/sessions',
    summary: 'Signs you out everywhere but where the request came from, tokens included. API keys stay',
    success: noContent,
  },
  /** Refusal: `ResourceNotFound` if it has ended already. */
  endSession: {
    ...own,
    method: 'DELETE',
    path: '/v1/console/sessions/{uid}',
    params: uidParams,
    summary: 'Signs you out in one place',
    success: noContent,
  },
} as const satisfies Operations
