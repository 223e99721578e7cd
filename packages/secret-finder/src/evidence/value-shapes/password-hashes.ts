import type { TextRange } from '@waybill/layer-text'

const CRYPT =
  /\$(?:2[abxy]?|1|5|6|7|8|y|gy|P|H|S|apr1|argon2(?:id|i|d)|pbkdf2[\w-]{0,20}|scrypt|sha1|md5|bcrypt-sha256|ml)\$[\w./+=,$*-]{12,400}/g
const LDAP =
  /\{(?:SSHA|SHA|SMD5|MD5|CRYPT|PBKDF2|ARGON2|SSHA256|SSHA512|SHA256|SHA512|PLAIN|CLEARTEXT|CLEAR)(?:[-\w]{0,12})\}([^\s"',:]{4,400})/g
const NAMED =
  /(?<![\w-])(?:pbkdf2(?:_sha\d{1,3})?[:$](?:sha\d{1,3}:)?\d{3,8}[:$][\w./+=$:-]{12,300}|scrypt:\d{1,8}:\d{1,3}:\d{1,3}\$[\w./+=$-]{12,300}|grub\.pbkdf2\.sha\d{1,3}\.\d{3,8}\.[0-9A-Fa-f]{16,256}\.[0-9A-Fa-f]{16,256}|SCRAM-SHA-(?:1|256|512)\$\d{3,8}:[\w./+=$:-]{12,300})/g

/** Finds hashes of passwords, which can be cracked offline, and passwords with an LDAP scheme. */
export function findPasswordHashes(text: string): TextRange[] {
  if (!/\$[\w-]{1,20}\$|\{[A-Z0-9-]{3,16}\}|pbkdf2|scrypt|SCRAM/.test(text)) return []
  const whole = [CRYPT, NAMED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length })),
  )
  const ldap = [...text.matchAll(LDAP)].map((found) => {
    const end = found.index + found[0].length
    return { start: end - (found[1] ?? '').length, end }
  })
  return [...whole, ...ldap]
}
