import type { FetchRequest } from '@waybill/pack-sources'
import type { Dispatcher } from 'undici'

/** Not for a registry's client to set: credentials have a field of their own, the others are the connection's. */
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

/** Compressed answers are not asked for: what is counted is then what is read. */
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

/** Cookies are left behind. */
export function responseHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  const kept = Object.entries(headers).filter(([name]) => name !== 'set-cookie')
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}
