import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { SourceError } from '@waybill/pack-sources'
import { Agent, Pool } from 'undici'
import { isAllowedHost } from './endpoint.ts'
import { guardedConnector } from './guarded-connector.ts'
import type { OutboundLimits } from '../outbound-limits.ts'
import type { ResolveHost } from './resolve-host.ts'

/** PEM texts; empty if not set. */
export interface OutboundTls {
  ca: string
  certificate: string
  key: string
  insecureSkipVerify: boolean
}

export interface GuardedAgentOptions {
  /** The registry endpoint's origin. The client certificate, and skipping verification, apply to it only. */
  homeOrigin: string
  allowedHosts: readonly string[]
  tls: OutboundTls
  resolve: ResolveHost
  limits: OutboundLimits
}

/**
 * Keeps connections alive by origin. Ignores proxy settings in the environment: a proxy would resolve names itself,
 * past our checks.
 */
export function createGuardedAgent({ homeOrigin, allowedHosts, tls, resolve, limits }: GuardedAgentOptions): Agent {
  return new Agent({
    factory: (origin) => {
      const url = new URL(origin)
      const isHome = url.origin === homeOrigin
      return new Pool(url.origin, {
        connections: limits.parallel,
        maxHeaderSize: limits.headerBytes,
        connect: guardedConnector({
          isAllowedHost: isAllowedHost(url, allowedHosts),
          resolve,
          timeoutMs: limits.firstByteMs,
          tls: { secureContext: trustOf(tls, isHome), rejectUnauthorized: !(isHome && tls.insecureSkipVerify) },
        }),
      })
    },
  })
}

/** Private authorities are trusted in addition to the public ones, since a registry may redirect to a public store. */
function trustOf(tls: OutboundTls, isHome: boolean): SecureContext {
  const ca = tls.ca ? { ca: [...getCACertificates('default'), tls.ca] } : {}
  const identity = isHome && tls.certificate ? { cert: tls.certificate, key: tls.key } : {}
  try {
    return createSecureContext({ ...ca, ...identity })
  } catch {
    throw new SourceError('unreachable') // not a valid certificate or key; the reason may quote it
  }
}
