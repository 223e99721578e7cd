import { looksRandom } from '../../weigh/looks-random.ts'
import { isProtected, literalDefault } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'
import type { Hit } from '../hit.ts'
import { senseOf } from '../key-names/name-sense.ts'

const LONGEST_URL = 2_048
/** Up to the first character that no URL has, except in a template: `postgres://{{ .user }}:x@db`. */
const IN_URL = /^(?:\{\{[^{}\r\n]{0,200}\}\}|[^\s"'<>`|\\^])*/
/** Placeholders that people write instead of a password. */
const PLACEHOLDER =
  /^(?:pass(?:word|wd)?|pw|pwd|user(?:name)?|secret|token|x+|\*+|\.+|your.*|my.?password|changeme|[A-Z_]*PASS(?:WORD)?|redacted|hidden|<.*>|\[.*\])\]?$/

/** Finds secrets in URLs: passwords before `@`, tokens in queries and in the paths of webhooks. */
export function findUrlSecrets(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    if (!/[A-Za-z0-9+.-]/.test(text[at - 1] ?? ' ')) continue
    const start = at + 3
    const url = cutUrl(text, start)
    if (url.length < 8) continue
    hits.push(...userInfo(url, start), ...query(url, start), ...hookPath(url, start))
  }
  return [...hits, ...withoutScheme(text)]
}

function cutUrl(text: string, start: number): string {
  // At most up to the next URL, so that every character is read once.
  const next = text.indexOf('://', start)
  return IN_URL.exec(text.slice(start, Math.min(start + LONGEST_URL, next < 0 ? text.length : next)))?.[0] ?? ''
}

function userInfo(url: string, offset: number): Hit[] {
  const stop = url.search(/[/?#]/)
  const authority = stop < 0 ? url : url.slice(0, stop)
  const at = authority.includes('@') ? authority.lastIndexOf('@') : lateAt(url, authority)
  if (at < 0) return []
  const colon = colonBehind(url)
  if (colon < 0 || colon > at) {
    const user = url.slice(0, at)
    return user.length >= 12 && looksRandom(user) ? [hit(offset, offset + at)] : []
  }
  const password = url.slice(colon + 1, at)
  if (password === '') return []
  const literal = literalDefault(password)
  if (literal !== undefined) {
    const start = offset + colon + 1 + password.indexOf(literal)
    return [hit(start, start + literal.length)]
  }
  return isOpenPassword(password) ? [] : [hit(offset + colon + 1, offset + at)]
}

/** The colon between user and password, but not the one in a variable's default or a template: `${USER:-shop}:x`. */
function colonBehind(url: string): number {
  if (!/^[${]/.test(url)) return url.indexOf(':')
  const user = /^(?:\${0,2}\{{1,2}[^{}]{0,200}\}{1,2}|[^:${])*/.exec(url)?.[0].length ?? 0
  return url[user] === ':' ? user : url.indexOf(':')
}

/** A password may contain a slash: `user:pa/ss@host`, but not `host:8080/path@version`. */
function lateAt(url: string, authority: string): number {
  if (!/^[\w.%+-]*:(?!\d{1,5}$)/.test(authority)) return -1
  const end = url.search(/[?#]/)
  return (end < 0 ? url : url.slice(0, end)).lastIndexOf('@')
}

function isOpenPassword(password: string): boolean {
  const kind = classOf(password)
  return (
    kind === 'reference' ||
    kind === 'nothing' ||
    isProtected(password) ||
    (password.startsWith('${') ? isOfVariables(password) : /^\$[\w(]|^\{\{|^%[\w(]/.test(password)) ||
    PLACEHOLDER.test(password)
  )
}

/** Only variables without a literal default: `${A}-${B}`, but not `${A}word` or `${A:-word}${B}`. */
function isOfVariables(password: string): boolean {
  const variables = password.match(/\$\{[^{}]*\}/g) ?? []
  const rest = password.replaceAll(/\$\{[^{}]*\}/g, '')
  return variables.every((each) => literalDefault(each) === undefined) && !/[A-Za-z\d]/.test(rest)
}

function query(url: string, offset: number): Hit[] {
  return [...url.matchAll(/[?&;#]([\w.-]{1,60})=([^&;#\s,)]{1,1024})/g)].flatMap((found) => {
    const [whole, name = '', value = ''] = found
    const sense = /^(?:sig|signature|hmac|code|sv_sig|x-amz-signature|jwt|app_?id)$/i.test(name)
      ? 'maybe'
      : senseOf(name)
    const kind = classOf(decode(value))
    const isSecret =
      (kind === 'random' && sense !== 'plain' && sense !== 'about') ||
      ((sense === 'password' || sense === 'secret') && kind === 'mixed') ||
      (sense === 'password' && kind === 'name' && !PLACEHOLDER.test(value))
    const start = offset + found.index + whole.length - value.length
    return isSecret ? [hit(start, start + value.length)] : []
  })
}

const HOOK =
  /(?:hook|\/services\/T[A-Z0-9]|\/bot\d{6,}:|\/integrations\/|\/alerts?\/|ifttt\.com|zapier\.com|hc-ping\.com|infura\.io\/(?:ws\/)?v3\/|alchemy\.com\/v2|quiknode\.pro|rpcpool\.com|\/notify\/|\/incoming|\/push\/)/i

/** The parts of the path of a webhook, or of a hosted node, that look random. */
function hookPath(url: string, offset: number): Hit[] {
  if (!HOOK.test(url)) return []
  const slash = url.indexOf('/')
  const end = url.search(/[?#]/)
  if (slash < 0) return []
  return [
    ...url
      .slice(0, end < 0 ? url.length : end)
      .slice(slash)
      .matchAll(/[^/]{10,}/g),
  ]
    .filter(
      ([part]) =>
        (looksRandom(part.replace(/^bot\d+:/, '')) ||
          (part.length >= 24 && /\d/.test(part) && /[A-Za-z]/.test(part))) &&
        !isFile(part),
    )
    .map((found) => hit(offset + slash + found.index, offset + slash + found.index + found[0].length))
}

/** `notify.html`, but not a key with an ending. */
function isFile(part: string): boolean {
  const [, name] = /^([\w.-]+)\.\w{2,4}$/.exec(part) ?? []
  return name !== undefined && !looksRandom(name)
}

const ORACLE = /jdbc:oracle:[a-z]{2,10}:[\w$#.-]{1,60}\/([^\s@"'/]{1,200})@/g
const GO_SQL = /(?<![\w/:])[\w.-]{1,60}:([^\s@"':/]{1,200})@(?:tcp|udp|unix)\(/g

/** The URL of a network share, which has no scheme. */
const SHARE = /(?<![:\w/])\/\/[\w.-]{1,60}:([^\s@/"':]{4,200})@[\w.-]/g

function withoutScheme(text: string): Hit[] {
  const patterns = [
    ...(text.includes('jdbc:oracle:') ? [ORACLE] : []),
    ...(/@(?:tcp|udp|unix)\(/.test(text) ? [GO_SQL] : []),
    ...(text.includes('//') && text.includes('@') ? [SHARE] : []),
  ]
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const password = found[1] ?? ''
      const start = found.index + found[0].lastIndexOf(`${password}@`)
      return isOpenPassword(password) ? [] : [hit(start, start + password.length)]
    }),
  )
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A stray % is not an escape: the value is taken as written.
    return value
  }
}

function hit(start: number, end: number): Hit {
  return { start, end, reason: 'url', strength: 'certain' }
}
