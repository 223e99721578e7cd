import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  emailQuerySchema,
  emailSchema,
  linkOwnerSchema,
  linkTokenSchema,
  newPasswordSchema,
  passwordChangeByEmailSchema,
  passwordChangeSchema,
  passwordTokenParams,
} from './passwords.ts'

const patch = { method: 'PATCH', tag: 'users', scope: 'tenant', success: noContent } as const
const mayReset = { ...patch, access: { permission: 'user.update' } } as const
const byLink = { method: 'PATCH', tag: 'auth', access: 'public', success: noContent } as const
const NO_MAIL = {
  code: 'NotSupported',
  reason: 'Waybill sends no mail: an administrator makes the link and hands it over',
} as const
const noMail = { tag: 'auth', access: 'public', summary: 'Refused with NotSupported: Waybill sends no mail' } as const

/** Changing and resetting passwords, as Palette's clients do. */
export const passwordOperations = {
  change: {
    ...patch,
    path: '/v1/users/{uid}/password/change',
    palette: documentedOnly('v1UsersUidPasswordChange'),
    summary: 'Changes your own password, with the present one. All other sessions and tokens end; API keys stay',
    access: 'signed-in',
    params: uidParams,
    body: passwordChangeSchema,
  },
  changeByEmail: {
    ...patch,
    path: '/v1/users/password/change',
    palette: documentedOnly('V1UsersPasswordChange'),
    summary: 'The same, by e-mail',
    access: 'signed-in',
    body: passwordChangeByEmailSchema,
  },
  reset: {
    ...mayReset,
    path: '/v1/users/{uid}/password/reset',
    palette: documentedOnly('v1UsersUidPasswordReset'),
    summary:
      'Makes a link by which the user sets a password, once and within a day, and answers it in the header Waybill-Password-Link: Waybill sends no mail. Refused with UserDisabled for a disabled user, and with GrantExceedsOwn for one who may do more than the caller',
    params: uidParams,
  },
  resetByEmail: {
    ...mayReset,
    path: '/v1/users/password/reset',
    palette: documentedOnly('v1UsersEmailPasswordReset'),
    summary:
      'Makes a link by which the user sets a password, as by uid. Refused with UserDisabled for a disabled user, and with GrantExceedsOwn for one who may do more than the caller',
    body: emailSchema,
  },
  /** Refusal: `PasswordLinkInvalid`. */
  resetByLink: {
    ...byLink,
    path: '/v1/auth/password/{passwordToken}/reset',
    palette: documentedOnly('v1PasswordReset'),
    summary: 'Sets the password of the user who has a link for it, and ends their sessions. The link works once',
    params: passwordTokenParams,
    body: newPasswordSchema,
  },
  activate: {
    ...byLink,
    path: '/v1/auth/password/{passwordToken}/activate',
    palette: documentedOnly('v1PasswordActivate'),
    summary: 'Sets the first password of a new user who has a link for it. The link works once',
    params: passwordTokenParams,
    body: newPasswordSchema,
  },
  /** Refusal: `PasswordLinkInvalid`. */
  checkLink: {
    method: 'POST',
    path: '/v1/console/session/password-link',
    tag: 'console',
    summary:
      'Whose password a link still sets, asked before one is typed. Refused with PasswordLinkInvalid where it sets none',
    access: 'public-own-site',
    body: linkTokenSchema,
    success: { 200: linkOwnerSchema },
  },
  requestLink: {
    ...noMail,
    method: 'POST',
    path: '/v1/auth/user/password/reset',
    palette: documentedOnly('v1PasswordResetRequest', NO_MAIL),
    body: emailSchema,
    success: noContent,
  },
  requestOrgs: {
    ...noMail,
    method: 'GET',
    path: '/v1/auth/user/org/forgot',
    palette: documentedOnly('V1AuthUserOrgForgot', NO_MAIL),
    query: emailQuerySchema,
    success: noContent,
  },
} as const satisfies Operations
