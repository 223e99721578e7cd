import { type Fetcher, type FetchRequest, type FetchResponse, SourceError } from '@waybill/pack-sources'
import type { Agent, Dispatcher } from 'undici'
import { type Deadline, startDeadline, withinDeadline } from './deadline.ts'
import { inSpan, type SpanStart } from '../telemetry/spans.ts'
import { checkEndpoint } from './guard/endpoint.ts'
import { exchangeFault } from './exchange-fault.ts'
import type { OutboundTls } from './guard/guarded-agent.ts'
import { outboundLimits, type OutboundLimits } from './outbound-limits.ts'
import { createParallelGate } from './parallel-gate.ts'
import { locationOf, nextAddress } from './redirect.ts'
import { requestHeaders, responseHeaders } from './request-headers.ts'
import { type ResolveHost, resolveHost } from './guard/resolve-host.ts'
import { dropBody, readBody } from './response-body.ts'

export interface OutboundClientOptions {
  /** The registry's URL: credentials are sent to its origin only. */
  endpoint: string
  allowedHosts: readonly string[]
  tls: OutboundTls
  limits?: Partial<OutboundLimits>
  resolve?: ResolveHost
}

export interface OutboundClient {
  fetch: Fetcher
  /** Closes all connections, including those in use. */
  close: () => Promise<void>
}

/** What requests share. */
interface Means {
  agent: Agent
  homeOrigin: string
  allowedHosts: readonly string[]
  limits: OutboundLimits
}

/**
 * The only way out of this process to a URL that somebody typed in (design decision 13, docs/architecture.md "Asking
 * registries").
 * @throws SourceError `forbidden-url` for an endpoint that Waybill must not call
 */
export function createOutboundClient(options: OutboundClientOptions): OutboundClient {
  const { allowedHosts, tls, resolve = resolveHost } = options
  const limits = { ...outboundLimits(), ...options.limits }
  const homeOrigin = checkEndpoint(options.endpoint, allowedHosts).origin
  let agent: Promise<Agent> | undefined
  // Loaded with the first request: the library takes a twentieth of a server's start, and most servers never need it.
  const openAgent = async () => {
    const { createGuardedAgent } = await import('./guard/guarded-agent.ts')
    return createGuardedAgent({ homeOrigin, allowedHosts, tls, resolve, limits })
  }
  const enter = createParallelGate(limits.parallel)
  return {
    fetch: async (request) => {
      const leave = await enter(request.signal).catch(() => Promise.reject(new SourceError('cancelled')))
      const means = { agent: await (agent ??= openAgent()), homeOrigin, allowedHosts, limits }
      return inSpan(spanOf(request, homeOrigin), async (span) => {
        const answer = await exchange(means, request, leave)
        span?.set({ 'http.response.status_code': answer.status })
        return answer
      })
    },
    close: async () => (await agent)?.destroy(),
  }
}

const spanOf = ({ method = 'GET' }: FetchRequest, homeOrigin: string): SpanStart => ({
  name: method,
  kind: 'client',
  attributes: { 'http.request.method': method, 'server.address': new URL(homeOrigin).hostname },
})

async function exchange(means: Means, request: FetchRequest, leave: () => void): Promise<FetchResponse> {
  const { firstByteMs, totalMs } = means.limits
  const deadline = startDeadline({ firstByteMs, totalMs: request.timeoutMs ?? totalMs, signal: request.signal })
  const release = () => {
    deadline.stop()
    leave()
  }
  deadline.signal.addEventListener('abort', release) // an unread body keeps its place no longer than this
  try {
    const { answer, url } = await followRedirects(means, request, deadline)
    deadline.headersArrived()
    return await toResponse({ means, request, deadline, release }, answer, url)
  } catch (error) {
    deadline.fail('cancelled') // an unread response gives its connection back
    release()
    throw exchangeFault(error)
  }
}

async function followRedirects(means: Means, request: FetchRequest, deadline: Deadline) {
  let url = checkEndpoint(request.url, means.allowedHosts)
  let isAtHome = url.origin === means.homeOrigin
  for (let redirects = 0; ; redirects += 1) {
    const answer = await withinDeadline(
      deadline,
      send(means.agent, { request, url, isAtHome, signal: deadline.signal }),
    )
    const location = locationOf(answer)
    if (location === undefined) return { answer, url }
    await dropBody(answer, deadline)
    if (redirects === means.limits.redirects || request.method === 'POST') throw new SourceError('bad-response')
    url = nextAddress(location, url, means.allowedHosts)
    // Once dropped, credentials stay dropped, wherever the redirects lead (CVE-2021-32690).
    isAtHome &&= url.origin === means.homeOrigin
  }
}

interface Sending {
  request: FetchRequest
  url: URL
  isAtHome: boolean
  signal: AbortSignal
}

/** The agent's own timers are off: the deadline covers the whole exchange. */
function send(agent: Agent, { request, url, isAtHome, signal }: Sending): Promise<Dispatcher.ResponseData> {
  return agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method ?? 'GET',
    headers: requestHeaders(request, isAtHome),
    body: request.body ?? null,
    signal,
    headersTimeout: 0,
    bodyTimeout: 0,
    reset: false, // otherwise every HEAD closes its connection, and a registry gets one per tag
  })
}

interface Exchange {
  means: Means
  request: FetchRequest
  deadline: Deadline
  release: () => void
}

async function toResponse(exchanged: Exchange, answer: Dispatcher.ResponseData, url: URL): Promise<FetchResponse> {
  const { means, request, deadline, release } = exchanged
  const cancel = async () => {
    await dropBody(answer, deadline)
    release()
  }
  if (request.method === 'HEAD') await cancel()
  const { bodyBytes, stall } = means.limits
  return {
    status: answer.statusCode,
    headers: responseHeaders(answer.headers),
    url: url.href,
    body: readBody({ answer, maxBytes: request.maxBytes ?? bodyBytes, stall, deadline, release }),
    cancel,
  }
}
