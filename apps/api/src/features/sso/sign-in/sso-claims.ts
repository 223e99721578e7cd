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
 * What a provider says of somebody, by the names that the tenant gave. Nothing is cut to fit: the rest could be somebody else.
 *
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
  // The flag speaks of the claim `email` and of no other (OpenID Connect Core, section 5.1).
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
 * As they are written there: a group is no other for a space or for how it begins. Those that no role or team could name are left out.
 *
 * @throws SsoRefusal SsoAnswerInvalid for more than anybody is in
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

/** Halves of characters are stored as one and the same sign: two subjects would become one. */
const isText = (text: string, longest: number): boolean =>
  text.length <= longest && !/\p{Cc}/u.test(text) && text.isWellFormed()

export const domainOf = (email: string): string => foldEmail(email.slice(email.lastIndexOf('@') + 1).trim())
