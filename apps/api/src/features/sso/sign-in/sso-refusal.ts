import { AppError } from '../../../platform/errors/app-error.ts'
import type { SsoUser } from './sso-user-repository.ts'

type Code =
  | 'SsoDenied'
  | 'SsoProviderDown'
  | 'SsoAnswerInvalid'
  | 'SsoEmailMissing'
  | 'SsoEmailInvalid'
  | 'SsoEmailForeign'
  | 'SsoIdentityDiffers'
  | 'SsoAccountDisabled'

/** A refused sign-in that is reported to the tenant, with what is known of the user. */
export class SsoRefusal extends AppError {
  readonly user: SsoUser | undefined
  readonly email: string

  constructor(code: Code, { user, email = '', cause }: { user?: SsoUser; email?: string; cause?: unknown } = {}) {
    super(code, { cause })
    this.user = user
    this.email = email
  }
}
