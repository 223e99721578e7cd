import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import { jsonPatchSchema } from '../shapes/json-patch.ts'
import { userStateSchema, userUpdateSchema } from './accounts.ts'
import { passwordLinkSchema } from './passwords.ts'
import { peopleQuerySchema, peopleSchema, personSchema } from './people.ts'
import { userSchema } from './users.ts'

const ofUser = { tag: 'users', scope: 'tenant', params: uidParams } as const
const mayGet = { ...ofUser, method: 'GET', access: { permission: 'user.get' } } as const
const mayUpdate = { ...ofUser, method: 'PUT', access: { permission: 'user.update' } } as const

/** Operations on single users. */
export const accountOperations = {
  getMe: {
    method: 'GET',
    path: '/v1/users/me',
    tag: 'users',
    scope: 'tenant',
    summary: 'The user that the credential belongs to',
    access: 'signed-in',
    success: { 200: userSchema },
  },
  get: {
    ...mayGet,
    path: '/v1/users/{uid}',
    palette: documentedOnly('v1UsersUidGet'),
    summary: 'One user of the tenant',
    success: { 200: userSchema },
  },
  /** Refusal: `UserExists`. */
  replace: {
    ...mayUpdate,
    path: '/v1/users/{uid}',
    palette: documentedOnly('v1UsersUidUpdate'),
    summary:
      'Changes e-mail, names and labels of a user. A new e-mail ends their sessions, tokens and password link; API keys stay',
    body: userUpdateSchema,
    success: noContent,
  },
  patch: {
    ...mayUpdate,
    method: 'PATCH',
    path: '/v1/users/{uid}',
    palette: documentedOnly('v1UsersUidPatch'),
    summary:
      'Changes e-mail, names, roles, labels and annotations of a user, or disables them (/status/isActive), by JSON Patch. A new e-mail ends their sessions, tokens and password link; API keys stay. Refused with LastAdmin for the only Tenant Admin',
    body: jsonPatchSchema.meta({ examples: [[{ op: 'replace', path: '/spec/firstName', value: 'Ada' }]] }),
    success: noContent,
  },
  /** Refusal: `LastAdmin`, `ResourceNotFound`. */
  remove: {
    ...ofUser,
    method: 'DELETE',
    path: '/v1/users/{uid}',
    palette: documentedOnly('v1UsersUidDelete'),
    summary: 'Deletes a user with their roles, sessions and API keys. Refused with LastAdmin for the only Tenant Admin',
    access: { permission: 'user.delete' },
    success: noContent,
  },
  listPeople: {
    tag: 'users',
    scope: 'tenant',
    method: 'GET',
    path: '/v1/console/users',
    summary: 'Users with their state, when they were here last, and the roles that they hold where; a page of them',
    access: { permission: 'user.list' },
    query: peopleQuerySchema,
    success: { 200: peopleSchema },
  },
  getPerson: {
    ...mayGet,
    path: '/v1/console/users/{uid}',
    summary: 'One user with their state, when they were here last, and the roles that they hold where',
    success: { 200: personSchema },
  },
  /** Refusal: `LastAdmin`. */
  setState: {
    ...mayUpdate,
    path: '/v1/console/users/{uid}/state',
    summary: 'Disables a user, whose sessions and tokens end at once, or lets them in again. Refused with LastAdmin',
    body: userStateSchema,
    success: noContent,
  },
  unlinkIdentities: {
    ...ofUser,
    method: 'DELETE',
    path: '/v1/console/users/{uid}/identities',
    summary:
      'Forgets who a user is at the identity provider: the next verified sign-in with their e-mail links the account anew. Refused with GrantExceedsOwn for somebody who may do more',
    access: { permission: 'user.update' },
    success: noContent,
  },
  /** Refusal: `UserDisabled`, `GrantExceedsOwn`. */
  makePasswordLink: {
    ...ofUser,
    method: 'POST',
    path: '/v1/console/users/{uid}/password-link',
    summary:
      'A link by which the user sets a password, once and within a day. A link made before stops working. Refused with UserDisabled for a disabled user, and with GrantExceedsOwn for one who may do more than the caller',
    access: { permission: 'user.update' },
    success: { 201: passwordLinkSchema },
  },
} as const satisfies Operations
