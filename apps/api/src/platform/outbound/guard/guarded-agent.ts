import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { SourceError } from '@waybill/pack-sources'
import { Agent, Pool } from 'undici'
import { isAllowedHost } from './endpoint.ts'
import { guardedConnector } from './guarded-connector.ts'
import type { OutboundLimits } from '../outbound-limits.ts'
import type { ResolveHost } from './resolve-host.ts'

/** PEM texts; empty where there are none. */
export interface OutboundTls {
  ca: string
  certificate: string
  key: string
  insecureSkipVerify: boolean
}

export interface GuardedAgentOptions {
  /** Of the registry's endpoint. Its certificate, and trust in whoever answers, are for this origin alone. */
  homeOrigin: string
  allowedHosts: readonly string[]
  tls: OutboundTls
  resolve: ResolveHost
  limits: OutboundLimits
}

/** Keeps connections alive by origin. Reads no proxy from the environment: a proxy would look up names behind our back. */
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

/** Own authorities stand beside the public ones, since a registry may send us on to a public store. */
function trustOf(tls: OutboundTls, isHome: boolean): SecureContext {
  const ca = tls.ca ? { ca: [...getCACertificates('default'), tls.ca] } : {}
  const identity = isHome && tls.certificate ? { cert: tls.certificate, key: tls.key } : {}
  try {
    return createSecureContext({ ...ca, ...identity })
  } catch {
    throw new SourceError('unreachable') // certificate or key that is none: the reason may quote it
  }
}
