import type { NameSense } from '../evidence/key-names/name-sense.ts'
import type { SecretReason, Strength } from '../text-inspection.ts'
import { classOf, type ValueClass } from './value-class.ts'

/** How a value compares with the pack's default at the same path. */
export type ToDefault = 'unknown' | 'equal' | 'changed'

/** A value to judge. */
export interface Weighed {
  sense: NameSense
  value: string
  /** The class of the value, if already known. */
  kind?: ValueClass
  toDefault: ToDefault
  /** Whether YAML reads it as a number or a boolean. */
  isTyped?: boolean
}

/** How sure it is that a value is a secret, and why. */
export interface Verdict {
  strength: Strength
  reason: SecretReason
}

/** Judges a value by its name. Undefined when nothing suggests a secret, or more speaks against it. */
export function judgeValue({ sense, value, kind: known, toDefault, isTyped = false }: Weighed): Verdict | undefined {
  if (sense === 'about') return undefined
  const kind = known ?? classOf(value)
  if (isTyped && kind !== 'random' && !isNumberSecret(sense, value)) return undefined
  const strength = STRENGTHS[sense](kind, value, toDefault)
  if (strength === undefined) return undefined
  const reason = sense === 'plain' ? (toDefault === 'changed' ? 'changed-default' : 'random') : 'key-name'
  return { strength, reason }
}

/** A password may be a number, but short numbers are settings such as a length, and versions are not tokens. */
function isNumberSecret(sense: NameSense, value: string): boolean {
  if (sense !== 'password' && /^v?\d+(?:\.\w+){2}/.test(value)) return false
  const digits = value.replace(/^0x/i, '')
  return (
    (sense === 'password' && digits.length >= 6) || ((sense === 'secret' || sense === 'token') && digits.length >= 9)
  )
}

/** The name of a Secret, or a placeholder in capitals. */
const NAMES_A_PLACE =
  /[-.](?:secrets?|creds?|credentials|certs?)$|[-._](?:tokens|keys)$|^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/

/** Names of authentication methods and of places where a key is; `example` is none. */
const WAYS_IN =
  /^(?:oidc|openid|oauth2?|saml2?|ldap|kerberos|basic|bearer|jwt|mtls|sso|header|query|file|env|kms|vault|example)$/i

const STRENGTHS: Record<NameSense, (kind: ValueClass, value: string, toDefault: ToDefault) => Strength | undefined> = {
  about: () => undefined,
  password: (kind, value) => {
    if (kind === 'number') return isNumberSecret('password', value) ? 'likely' : undefined
    if (kind === 'prose') return value.length < 64 && !isMessage(value) ? 'likely' : undefined
    return isText(kind) && value.trim().length > 1 ? 'likely' : undefined
  },
  token: (kind, value, toDefault) => {
    if (kind === 'name' && WAYS_IN.test(value.trim())) return undefined
    if (kind === 'name') return value.trim().length < 3 || NAMES_A_PLACE.test(value.trim()) ? 'possible' : 'likely'
    return STRENGTHS.secret(kind, value, toDefault)
  },
  secret: (kind, value, toDefault) => {
    if (kind === 'number') return isNumberSecret('secret', value) ? 'likely' : undefined
    // Such a name is a strong signal: a pack's default password is in use wherever nobody changed it.
    if (kind === 'random' || kind === 'mixed') return 'likely'
    if (kind === 'prose') return value.length < 64 && !isMessage(value) ? 'likely' : undefined
    return kind === 'name' && toDefault !== 'equal' ? 'possible' : undefined
  },
  maybe: (kind, _, toDefault) => {
    if (kind === 'random') return toDefault === 'equal' ? 'possible' : 'likely'
    return kind === 'mixed' ? (toDefault === 'changed' ? 'likely' : 'possible') : undefined
  },
  plain: (kind, value, toDefault) => {
    if (kind !== 'random' || toDefault === 'equal') return undefined
    return toDefault === 'changed' && value.length >= 16 ? 'likely' : value.length >= 20 ? 'possible' : undefined
  },
}

/**
 * A sentence for people: it begins with a capital or ends with a full stop, and has function words that no passphrase
 * has.
 */
function isMessage(value: string): boolean {
  const text = value.trim()
  const small = text.match(
    /\b(?:the|an?|is|are|was|were|not|your|you|of|to|for|from|with|has|have|must|cannot|please|this|that|and|or)\b/gi,
  )
  return (small?.length ?? 0) >= 2 && text.split(/\s+/).length >= 4 && /^[A-Z]|[.!?…]$/.test(text)
}

function isText(kind: ValueClass): boolean {
  return kind === 'name' || kind === 'mixed' || kind === 'random' || kind === 'address'
}
