import { SourceError } from '@waybill/pack-sources'
import type { CustomFetch, CustomFetchOptions } from 'openid-client'
import { createOutboundClient, type OutboundClient } from '../../../platform/outbound/outbound-client.ts'

/** Keys and claims are small. */
const MOST_BYTES = 1024 * 1024

interface ProviderFetchOptions {
  allowedHosts: readonly string[]
  /** PEM; empty if the public authorities suffice. */
  ca: string
}

/**
 * The guarded HTTP client for openid-client. A provider may have several origins (issuer, token endpoint, keys), which
 * the issuer itself names; each is asked by a client of its own. Redirects are not followed.
 */
export function createProviderFetch({ allowedHosts, ca }: ProviderFetchOptions): {
  fetch: CustomFetch
  close: () => Promise<void>
} {
  const clients = new Map<string, OutboundClient>()
  const tls = { ca, certificate: '', key: '', insecureSkipVerify: false }
  const clientFor = (url: string): OutboundClient => {
    const origin = URL.parse(url)?.origin ?? url
    const client =
      clients.get(origin) ?? createOutboundClient({ endpoint: url, allowedHosts, tls, limits: { redirects: 0 } })
    clients.set(origin, client)
    return client
  }
  return {
    fetch: async (url, options) => {
      const answer = await clientFor(url).fetch(requestOf(url, options))
      const chunks: Uint8Array[] = []
      for await (const chunk of answer.body) chunks.push(chunk)
      const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as [string, string]],
      )
      return new Response(Buffer.concat(chunks), { status: answer.status, headers })
    },
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()))
    },
  }
}

/** @throws SourceError for a method that no part of a sign-in uses */
function requestOf(url: string, { method, headers: given, body, signal }: CustomFetchOptions) {
  if (method !== 'GET' && method !== 'POST') throw new SourceError('bad-response')
  const { authorization, ...headers } = Object.fromEntries(new Headers(given))
  return {
    url,
    method,
    headers,
    maxBytes: MOST_BYTES,
    ...(body instanceof URLSearchParams && { body: body.toString() }),
    ...(typeof body === 'string' && { body }),
    ...(authorization !== undefined && { authorization }),
    ...(signal && { signal }),
  } as const
}
