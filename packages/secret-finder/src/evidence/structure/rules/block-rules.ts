import { namesCredential } from '../../key-names/name-sense.ts'
import { ifMade, ifTyped, isTyped, unlessOpen, type RuleGroup } from './rule.ts'

/** A Terraform variable with its default. */
const VARIABLE =
  /\bvariable[ \t]{1,4}"([\w-]{2,80})"[ \t]{0,4}\{[^{}]{0,800}?\bdefault[ \t]{0,40}=[ \t]{0,4}"([^"\r\n]{2,512})"/g
const OPENVPN = /<auth-user-pass>\s{0,8}\S{1,80}[ \t]{0,8}\r?\n[ \t]{0,80}(\S{3,200})/g
/** A function call that logs in: `redis:auth("x")`, `smtp.login("user", "x")`. */
const LOGIN_CALL =
  /(?<=[\s.:>(]|^)(?:auth|authenticate|login|connect|getConnection|createConnection)\([ \t]{0,4}(?:["'][^"'\r\n]{1,200}["'][ \t]{0,4},[ \t]{0,4}){0,2}["']([^"'\r\n]{4,200})["'][ \t]{0,4}\)/gm
/** A user and a password passed together: `auth=("ops", "x")`, `HTTPBasicAuth('ops', 'x')`. */
const LOGIN_PAIR =
  /(?:\b(?:auth|credentials?|creds|login)[ \t]{0,2}[=:][ \t]{0,2}|(?:basic_?auth|BasicAuthentication|PasswordCredentials?|NetworkCredential|PlainTextAuthProvider))[([][ \t]{0,4}["'][^"'\r\n]{1,80}["'][ \t]{0,4},[ \t]{0,4}["']([^"'\r\n]{4,200})["'][ \t]{0,4}[)\]]/gi
/** A comparison with a secret in code: `if ($http_x_token != "x")`. */
const COMPARED = /\$?([A-Za-z_][\w.-]{1,79})["'\])]{0,3}[ \t]{0,4}[!=]==?[ \t]{0,4}["']([^"'\r\n]{8,512})["']/g
const DNS = /(?<![\w-])dns[ \t]{1,4}[a-z][\w-]{1,30}[ \t]{1,4}([^\s{}"'$]{20,256})/g

/** Secrets in blocks and calls whose keyword tells what they contain. */
export const BLOCK_RULES: RuleGroup = {
  sign: /variable[ \t]|auth-user-pass|(?:auth|authenticate|login|connect|connection)\(|(?:auth|cred|login|authentication|credentials?|provider)[ \t=:]{0,5}[([]|[!=]=|\bdns[ \t]/i,
  rules: [
    { pattern: VARIABLE, sign: /variable[ \t]/, pick: ifMade },
    { pattern: OPENVPN, sign: /auth-user-pass/, pick: unlessOpen },
    { pattern: LOGIN_CALL, sign: /(?:auth|authenticate|login|connect|connection)\(/i, pick: ifTyped },
    { pattern: LOGIN_PAIR, sign: /["'][ \t]{0,4},[ \t]{0,4}["']/, pick: ifTyped },
    {
      pattern: COMPARED,
      sign: /[!=]=/,
      pick: ([, name = '', value = '']) => (namesCredential(name) && isTyped(value) ? value : undefined),
    },
    { pattern: DNS, sign: /\bdns[ \t]/, pick: ([, value = '']) => (isTyped(value) ? value : undefined) },
  ],
}
