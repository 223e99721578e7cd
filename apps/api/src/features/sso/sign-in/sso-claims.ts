import type { Claims } from '../provider/identity-provider.ts'
import type { SsoSettings } from '../settings/sso-settings-repository.ts'

export interface Person {
  /** Verified by the provider; empty where it is not. */
  email: string
  firstName: string
  lastName: string
  groups: readonly string[]
}

type Names = Pick<SsoSettings, 'emailClaim' | 'firstNameClaim' | 'lastNameClaim' | 'groupsClaim'>

const MOST_GROUPS = 200
const LONGEST = 253

/** What a provider says of somebody, by the names that the tenant gave. */
export function readClaims(claims: Claims, names: Names): Person {
  const isVerified = claims['email_verified'] === true || claims['email_verified'] === 'true'
  const groups = claims[names.groupsClaim]
  const listed: unknown[] = Array.isArray(groups) ? groups : [groups]
  return {
    email: isVerified ? textOf(claims[names.emailClaim]).toLowerCase() : '',
    firstName: textOf(claims[names.firstNameClaim]),
    lastName: textOf(claims[names.lastNameClaim]),
    groups: listed.map(textOf).filter(Boolean).slice(0, MOST_GROUPS),
  }
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim.trim().slice(0, LONGEST) : '')

export const domainOf = (email: string): string =>
  email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
