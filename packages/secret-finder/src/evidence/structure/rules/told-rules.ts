import { looksRandom } from '../../../weigh/looks-random.ts'
import { ifTyped, type RuleGroup } from './rule.ts'

const WORDS = String.raw`passwor[dt]s?|passphrase|passwd|pwd|pw|pin|kennwort|zugangscode|mot de passe|contrase[nñ]a|clave|senha|palavra[- ]passe|parola(?: d['’]ordine)?|wachtwoord|has[lł]o|heslo|пароль|[sş]ifre|l[oö]senord|passord|adgangskode|salasana|jelsz[oó]`
const IS = 'is|was|were|to|be|are|ist|war|lautet|est|es|[eéè]|jest|je|är|er|on|это'
const VALUE = String.raw`["'\x60„“]?([^\s"'\x60,;„“”]{8,128})`

/** A sentence: `old root password was x`, `password for the test system is x`. */
const TOLD = new RegExp(
  String.raw`(?<![\p{L}\d_-])(?:${WORDS}|secret|token|api[ -]?key)[ \t]{1,4}(?:${IS})(?:[ \t]{0,4}:)?[ \t]{1,4}${VALUE}`,
  'giu',
)
const TOLD_LATER = new RegExp(
  String.raw`(?<![\p{L}\d_-])(?:${WORDS})(?:[ \t]{1,2}[\p{L}\d_()"'-]{1,20}){1,6}?(?:[ \t]{1,2}(?:${IS})(?:[ \t]{0,2}:)?|[ \t]{0,1}:)[ \t]{1,2}${VALUE}`,
  'giu',
)
/** Names with several words, and scripts without spaces: `mot de passe : x`, `密码是 x`. */
const NAMED = new RegExp(
  String.raw`(?:(?<![\p{L}\d_-])(?:mot de passe|palavra[- ]passe|parola d['’]ordine|(?:api|access|secret|licen[cs]e|encryption|recovery)[ -](?:key|code)|m[aậ]t kh[aẩ]u|kata sandi)[ \t]{0,2}[:=]|(?:密码|密碼|口令|密钥|令牌|パスワード|暗証番号|비밀번호)(?:[是为為はは는은]|[ \t]{0,2}[:：=])?)[ \t]{0,4}${VALUE}`,
  'giu',
)
/** In comments, a line that ends with a colon, and the next line: `# use this password:`. */
const BELOW =
  /(?:pass(?:word|phrase)?|token|secret|key|pin|credentials?)[^\r\n:]{0,60}:[ \t]{0,4}\r?\n[ \t]{0,80}#[ \t]{0,8}["'`]?([^\s"'`,;]{8,128})["'`]?[ \t]{0,8}$/gim
/** A remark in brackets: `api key (prod): x`. */
const ASIDE =
  /\b(?:key|token|password|secret)[ \t]{1,2}\([^()\r\n]{1,40}\)[ \t]{0,2}[:=][ \t]{0,4}["'`]?([^\s"'`,;]{8,128})/gi
/** A user and a password after a word for logging in: `login: admin / x`. */
const LOGIN =
  /\b(?:login|log in|user(?:name)?|cred(?:ential)?s?|account)\b[ \t]{0,2}[:=]?(?:[ \t]{1,2}[\w-]{1,20}){0,5}?:?[ \t]{1,4}["'`]?[\w.@-]{1,40}["'`]?(?:[ \t]{0,2}[:/,|]|[ \t]{1,2}and)[ \t]{0,2}["'`]?([^\s"'`,;:/]{8,128})(?![/\w]|[ \t]{1,2}\/)/gi
const WIFI =
  /\b(?:wifi|wlan|ssid|wpa\d?)\b[^\r\n]{0,60}?[ \t](?:key|pass|pw)[ \t]{0,2}[:=]?[ \t]{1,2}["'`]?([^\s"'`,;]{8,128})/gi
/** A line that mentions a secret, and a value that only a machine generates. */
const NEAR =
  /\b(?:password|passphrase|token|secret|api key|credentials?|rotated|revoked|expired)s?\b[^\r\n]{0,120}?[ \t"'`(]([A-Za-z0-9_+/=-]{16,256})(?![^\s"'`.,;)])/gi
const ROOT =
  /(?<![\w/.:@-])(?:root|admin|administrator|guest)[ \t]{0,2}[:/][ \t]{0,2}["'`]?([^\s"'`,;:/]{8,128})(?![/\w])/gi

const ifRandom = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  // The pattern ignores case, so it is checked here: identifiers and digests have letters of one case.
  return looksRandom(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) ? value : undefined
}

/** A text without this matches none of the rules below. */
const TOLD_SIGN =
  /[ \t](?:is|was|were|to|be|are|ist|war|lautet|est|es|jest|je|er|on)\b|:[ \t]|[^\s -~]|\)[ \t]{0,2}[:=]|:[ \t]{0,4}\r?\n|rotated|revoked|expired|passe|ordine|code|sandi|login|log in|user|account|(?:password|passphrase|token|secret|key|cred(?:ential)?s?|root|admin|administrator|guest)s?[ \t:/]/i

const SAYS = new RegExp(String.raw`[ \t](?:${IS})[ \t:]|[^ \t#][ \t]{1,2}\S{1,20}[ \t]?:[ \t]`, 'i')

/** Secrets in sentences. */
export const TOLD_RULES: RuleGroup = {
  sign: TOLD_SIGN,
  rules: [
    { pattern: TOLD, sign: SAYS, pick: ifTyped },
    { pattern: TOLD_LATER, sign: SAYS, pick: ifTyped },
    { pattern: NAMED, sign: /passe|ordine|sandi|khau|(?:key|code)[ \t]{0,2}[:=]|[^\s -~]/i, pick: ifTyped },
    { pattern: BELOW, sign: /:[ \t]{0,4}\r?\n/, pick: ifTyped },
    { pattern: ASIDE, sign: /\)[ \t]{0,2}[:=]/, pick: ifTyped },
    { pattern: WIFI, sign: /wifi|wlan|ssid|wpa/i, pick: ifTyped },
    {
      pattern: NEAR,
      sign: /password|passphrase|token|secret|api key|credential|rotated|revoked|expired/i,
      pick: ifRandom,
    },
    { pattern: LOGIN, sign: /login|log in|user|cred|account/i, pick: ifTyped },
    { pattern: ROOT, sign: /(?:root|admin|administrator|guest)[ \t]{0,2}[:/]/i, pick: ifTyped },
  ],
}
