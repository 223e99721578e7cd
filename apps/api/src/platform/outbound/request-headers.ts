import type { FetchRequest } from '@waybill/pack-sources'
import type { Dispatcher } from 'undici'

/**
 * Headers that a registry client may not set: credentials have a field of their own, the others belong to the
 * connection.
 */
const RESERVED = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'host',
  'proxy-authorization',
  'transfer-encoding',
])

/** Asks for uncompressed responses, so that the limits count what is read. */
export function requestHeaders(
  { headers = {}, authorization }: FetchRequest,
  isAtHome: boolean,
): Record<string, string> {
  const wanted = Object.entries(headers).filter(([name]) => !RESERVED.has(name.toLowerCase()))
  return {
    accept: '*/*',
    'user-agent': 'waybill',
    ...Object.fromEntries(wanted.map(([name, value]) => [name.toLowerCase(), value])),
    'accept-encoding': 'identity',
    ...(isAtHome && authorization !== undefined && { authorization }),
  }
}

/** Drops cookies. */
export function responseHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  const kept = Object.entries(headers).filter(([name]) => name !== 'set-cookie')
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}
