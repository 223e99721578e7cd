import { SourceError } from '@waybill/pack-sources'
import type { Dispatcher } from 'undici'
import { checkEndpoint, isMended } from './guard/endpoint.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** The response's Location, if it redirects. @throws SourceError `bad-response` for several locations, or none */
export function locationOf({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  if (!REDIRECTS.has(statusCode)) return undefined
  if (typeof headers.location !== 'string') throw new SourceError('bad-response')
  return headers.location
}

/** The next URL, under the same rules as the first. @throws SourceError `forbidden-url` */
export function nextAddress(location: string, from: URL, allowedHosts: readonly string[]): URL {
  const next = isMended(location) ? null : URL.parse(location, from.href)
  if (!next || (from.protocol === 'https:' && next.protocol !== 'https:')) throw new SourceError('forbidden-url')
  next.hash = '' // stays with the client (RFC 9110 §10.2.2)
  return checkEndpoint(next.href, allowedHosts)
}
