import { isIP, type LookupFunction } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { callbackify } from 'node:util'
import { SourceError } from '@waybill/pack-sources'
import { buildConnector } from 'undici'
import { isPublicAddress } from './public-address.ts'
import type { ResolveHost } from './resolve-host.ts'

export interface ConnectorOptions {
  /** True for a host and port that the operator allowed: any address is accepted. */
  isAllowedHost: boolean
  resolve: ResolveHost
  timeoutMs: number
  tls: Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'>
}

/**
 * Connects to public addresses only. A name is resolved once, all its addresses must be public, and the socket connects
 * to one of exactly these, so a second DNS answer (rebinding) is never used.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const mayReach = (address: string) => options.isAllowedHost || isPublicAddress(address)
  const connect = buildConnector({
    ...options.tls,
    lookup: guardedLookup(options.resolve, mayReach),
    timeout: options.timeoutMs,
    allowH2: false,
  })
  return (target, callback) => {
    // There is no lookup for an IP address, so it is checked here.
    if (isIP(target.hostname) && !mayReach(target.hostname)) return callback(new SourceError('forbidden-url'), null)
    connect(target, (...[error, socket]) => {
      if (error) return callback(connectFault(error), null)
      if (mayReach(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      return callback(new SourceError('forbidden-url'), null)
    })
  }
}

function guardedLookup(resolve: ResolveHost, mayReach: (address: string) => boolean): LookupFunction {
  const find = callbackify((hostname: string) => findAddresses(resolve, mayReach, hostname))
  return (hostname, { all }, callback) =>
    find(hostname, (error, found) => {
      const [first] = error ? [] : found
      if (error || !first) callback(error ?? new SourceError('unreachable'), [])
      else if (all) callback(null, found)
      else callback(null, first.address, first.family)
    })
}

async function findAddresses(resolve: ResolveHost, mayReach: (address: string) => boolean, hostname: string) {
  const found = await resolve(hostname).catch(() => Promise.reject(new SourceError('unreachable')))
  if (!found.every(({ address }) => mayReach(address))) throw new SourceError('forbidden-url')
  return found
}

/** Keeps nothing of the error: it may hold the peer's certificate. */
function connectFault(error: Error): SourceError {
  if (error instanceof SourceError) return error
  return new SourceError('code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'unreachable')
}
