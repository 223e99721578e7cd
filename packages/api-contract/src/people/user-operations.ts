import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { created } from '../operation/success.ts'
import { wholeListQuerySchema } from '../shapes/list-query.ts'
import { userInfoSchema } from './sessions/session.ts'
import { userInputSchema, usersFilterSchema, usersMetadataSchema, usersSchema, usersSummarySchema } from './users.ts'

const shared = { tag: 'users', scope: 'tenant' } as const
const mayList = { ...shared, access: { permission: 'user.list' } } as const

/** Users of the tenant. */
export const userOperations = {
  getInfo: {
    ...shared,
    method: 'GET',
    path: '/v1/users/info',
    palette: calledByClients('v1UsersInfoGet'),
    summary: 'Who the credential belongs to',
    access: 'signed-in',
    success: { 200: userInfoSchema },
  },
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/users',
    palette: calledByClients('v1UsersList'),
    summary: 'Users of the tenant',
    query: wholeListQuerySchema,
    success: { 200: usersSchema },
  },
  listNames: {
    ...mayList,
    method: 'GET',
    path: '/v1/users/meta',
    palette: documentedOnly('v1UsersMetadata'),
    summary: 'Uid, name and e-mail of every user of the tenant',
    success: { 200: usersMetadataSchema },
  },
  search: {
    ...mayList,
    method: 'POST',
    path: '/v1/users/summary',
    palette: documentedOnly('v1UsersSummaryGet'),
    summary: 'Users of the tenant with their roles and projects, filtered',
    body: usersFilterSchema.nullish(),
    success: { 200: usersSummarySchema },
  },
  /** Refusal: `UserExists`, `Forbidden`. */
  create: {
    ...shared,
    method: 'POST',
    path: '/v1/users',
    palette: documentedOnly('v1UsersCreate'),
    summary: 'Creates a user without a password: create a link to set one, or an API key',
    access: { permission: 'user.create' },
    body: userInputSchema,
    success: created,
  },
} as const satisfies Operations
