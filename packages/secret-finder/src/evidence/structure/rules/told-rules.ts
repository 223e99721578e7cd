import { looksRandom } from '../../../weigh/looks-random.ts'
import { ifTyped, type RuleGroup } from './rule.ts'

/** As people tell each other: `old root password was x`, `password for the test system is x`. */
const TOLD =
  /(?<![\w-])(?:passwor[dt]s?|kennwort|passphrase|passwd|pwd|pw|pin|secret|token|api[ -]?key)[ \t]{1,4}(?:is|was|were|to|be|are|ist|war|lautet|est|es)(?:[ \t]{0,4}:)?[ \t]{1,4}["'`]?([^\s"'`,;]{8,128})/gi
const TOLD_LATER =
  /(?<![\w-])(?:passwords?|passphrase|passwd|pwd|pw|pin)(?:[ \t]{1,2}[\w()"'-]{1,20}){1,6}?[ \t]{1,2}(?:is|was|to|are|ist|war|lautet|est|es)(?:[ \t]{0,2}:)?[ \t]{1,2}["'`]?([^\s"'`,;]{8,128})/gi
/** `api key (prod): x` */
const ASIDE =
  /\b(?:key|token|password|secret)[ \t]{1,2}\([^()\r\n]{1,40}\)[ \t]{0,2}[:=][ \t]{0,4}["'`]?([^\s"'`,;]{8,128})/gi
/** A user and a password behind a word for logging in: `login: admin / x`. */
const LOGIN =
  /\b(?:login|log in|user(?:name)?|credentials?|account)\b[ \t]{0,2}[:=]?(?:[ \t]{1,2}[\w-]{1,20}){0,5}?[ \t]{1,4}["'`]?[\w.@-]{1,40}["'`]?(?:[ \t]{0,2}[:/,|]|[ \t]{1,2}and)[ \t]{0,2}["'`]?([^\s"'`,;:/]{8,128})(?![/\w])/gi
/** A line that speaks of a secret, and what only a machine makes. */
const NEAR =
  /\b(?:password|passphrase|token|secret|api key|credentials?)s?\b[^\r\n]{0,120}?[ \t"'`(]([A-Za-z0-9_+/=-]{16,256})(?![^\s"'`.,;)])/gi
const ROOT =
  /(?<![\w/.:@-])(?:root|admin|administrator|guest)[ \t]{0,2}[:/][ \t]{0,2}["'`]?([^\s"'`,;:/]{8,128})(?![/\w])/gi

const ifRandom = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  // The pattern tells no capitals: identifiers and digests have letters of one case.
  return looksRandom(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) ? value : undefined
}

/** What all of them have a part of. */
const TOLD_SIGN =
  /[ \t](?:is|was|were|to|be|are|ist|war|lautet|est|es)\b|\)[ \t]{0,2}[:=]|login|log in|user|account|(?:password|passphrase|token|secret|key|credentials?|root|admin|administrator|guest)s?[ \t:/]/i

/** Secrets in sentences. */
export const TOLD_RULES: RuleGroup = {
  sign: TOLD_SIGN,
  rules: [
    { pattern: TOLD, sign: /[ \t](?:is|was|were|to|be|are|ist|war|lautet|est|es)\b/i, pick: ifTyped },
    {
      pattern: TOLD_LATER,
      sign: /(?:pass|pw|pin)[^\r\n]{0,160}[ \t](?:is|was|to|are|ist|war|lautet|est|es)\b/i,
      pick: ifTyped,
    },
    { pattern: ASIDE, sign: /\)[ \t]{0,2}[:=]/, pick: ifTyped },
    { pattern: NEAR, sign: /password|passphrase|token|secret|api key|credential/i, pick: ifRandom },
    { pattern: LOGIN, sign: /login|log in|user|credential|account/i, pick: ifTyped },
    { pattern: ROOT, sign: /(?:root|admin|administrator|guest)[ \t]{0,2}[:/]/i, pick: ifTyped },
  ],
}
