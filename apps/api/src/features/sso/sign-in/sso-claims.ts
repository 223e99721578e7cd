import { foldEmail, isEmail } from '../../../platform/access/credentials/email.ts'
import type { Claims } from '../provider/identity-provider.ts'
import type { SsoSettings } from '../settings/sso-settings-repository.ts'
import { SsoRefusal } from './sso-refusal.ts'
import type { Person } from './sso-user-repository.ts'

type Names = Pick<SsoSettings, 'emailClaim' | 'firstNameClaim' | 'lastNameClaim'>

const LONGEST_NAME = 253
/** OpenID Connect Core, section 2. */
const LONGEST_SUBJECT = 255
const MOST_GROUPS = 1_000

/**
 * Reads a person from a provider's claims, by the claim names that the tenant configured. Values are not truncated: the
 * rest could belong to somebody else.
 * @throws SsoRefusal SsoEmailMissing, SsoEmailInvalid, SsoAnswerInvalid
 */
export function readPerson(claims: Claims, names: Names): Person {
  return {
    email: readEmail(claims, names.emailClaim),
    firstName: checkText(textOf(claims[names.firstNameClaim]).trim(), LONGEST_NAME),
    lastName: checkText(textOf(claims[names.lastNameClaim]).trim(), LONGEST_NAME),
  }
}

function readEmail(claims: Claims, claim: string): string {
  const isVerified = claims['email_verified'] === true || claims['email_verified'] === 'true'
  const email = foldEmail(textOf(claims[claim]).trim())
  // The flag applies only to the claim `email` (OpenID Connect Core, section 5.1).
  const verified = isVerified ? foldEmail(textOf(claims['email']).trim()) : ''
  if (email === '' || email !== verified) throw new SsoRefusal('SsoEmailMissing')
  if (!isEmail(email)) throw new SsoRefusal('SsoEmailInvalid')
  return email
}

/** @throws SsoRefusal SsoAnswerInvalid */
export function checkSubject(subject: string): void {
  checkText(subject, LONGEST_SUBJECT)
}

/**
 * Group names exactly as sent: spaces and prefixes are significant. Names that no role or team could have are left out.
 * @throws SsoRefusal SsoAnswerInvalid for more groups than anybody has
 */
export function readGroups(claims: Claims, { groupsClaim }: Pick<SsoSettings, 'groupsClaim'>): string[] {
  const groups = claims[groupsClaim]
  const listed: unknown[] = Array.isArray(groups) ? groups : [groups]
  const named = listed
    .map(textOf)
    .filter((group) => group !== '' && group === group.trim() && isText(group, LONGEST_NAME))
  if (named.length > MOST_GROUPS) throw new SsoRefusal('SsoAnswerInvalid')
  return named
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '')

function checkText(text: string, longest: number): string {
  if (!isText(text, longest)) throw new SsoRefusal('SsoAnswerInvalid')
  return text
}

/** Lone surrogates are all stored as the same character: two subjects would become one. */
const isText = (text: string, longest: number): boolean =>
  text.length <= longest && !/\p{Cc}/u.test(text) && text.isWellFormed()

export const domainOf = (email: string): string => foldEmail(email.slice(email.lastIndexOf('@') + 1).trim())
