import { isIP } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { SourceError } from '@waybill/pack-sources'
import { isPublicAddress } from './public-address.ts'
import { resolveHost, type ResolveHost } from './resolve-host.ts'

/** Suffixes of private networks, or of nothing (RFC 2606, 6761, 6762, 8375, 9476 and those that clusters use). */
const PRIVATE_SUFFIXES = new Set(
  'alt arpa cluster corp example home internal intranet invalid lan local localdomain localhost onion private svc test'.split(
    ' ',
  ),
)
const MAX_LENGTH = 8192
const RESOLVE_MS = 3_000

const httpWithHost = /^https?:\/\/[^/]/i
const httpWithoutSlashes = /^https?:(?!\/\/)/i
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const blankOrBackslash = /[\u0000-\u0020\u007f\\]/

/** Whether the URL parser would silently correct the text, so that another parser could see another host. */
export const isMended = (address: string): boolean =>
  blankOrBackslash.test(address) || httpWithoutSlashes.test(address) || address.length > MAX_LENGTH

/**
 * Whether a registry, or a URL that it refers to, may be requested, judged by the URL alone. `allowedHosts` are
 * `host:port`: for exactly these, private addresses, other ports and plain HTTP are allowed.
 * @returns the URL to request
 * @throws SourceError `forbidden-url`
 */
export function checkEndpoint(address: string, allowedHosts: readonly string[]): URL {
  const url = parseAddress(address)
  if (!url) throw new SourceError('forbidden-url')
  if (isAllowedHost(url, allowedHosts)) return url
  const isDefaultTls = url.protocol === 'https:' && url.port === ''
  if (!isDefaultTls || !isPublicHost(hostOf(url))) throw new SourceError('forbidden-url')
  return url
}

/**
 * `checkEndpoint`, and a check of the addresses that the name resolves to now. A name that does not resolve passes:
 * every connection is checked again.
 * @throws SourceError `forbidden-url`
 */
export async function checkEndpointResolved(
  address: string,
  allowedHosts: readonly string[],
  resolve: ResolveHost = resolveHost,
): Promise<URL> {
  const url = checkEndpoint(address, allowedHosts)
  if (isAllowedHost(url, allowedHosts) || isIP(hostOf(url))) return url
  const unknown = setTimeout(RESOLVE_MS, [], { ref: false })
  const found = await Promise.race([resolve(hostOf(url)).catch(() => []), unknown])
  if (!found.every((each) => isPublicAddress(each.address))) throw new SourceError('forbidden-url')
  return url
}

/** Whether the operator allowed this host and port. */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  const asked = hostAndPort(url)
  return allowedHosts.some((entry) => {
    const allowed = URL.parse(`http://${entry}`)
    return allowed !== null && hostAndPort(allowed) === asked
  })
}

/** Without an IPv6 address's brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

function parseAddress(address: string): URL | undefined {
  if (isMended(address) || !httpWithHost.test(address)) return undefined
  const url = URL.parse(address)
  if (!url || url.username || url.password || address.includes('#') || url.port === '0') return undefined
  if (/^[^/?]*@/.test(address.slice(address.indexOf('//') + 2))) return undefined // "@" before the host, without a user name
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  return url.hostname.endsWith('.') ? undefined : url
}

const hostAndPort = (url: URL): string =>
  `${url.hostname.replace(/\.$/, '')}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`

function isPublicHost(host: string): boolean {
  if (isIP(host)) return isPublicAddress(host)
  const labels = host.split('.')
  return labels.length > 1 && !PRIVATE_SUFFIXES.has(labels.at(-1) ?? '')
}
