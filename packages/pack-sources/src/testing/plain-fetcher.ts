import { once } from 'node:events'
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Fetcher, FetchRequest, FetchResponse } from '../source/fetcher.ts'
import { SourceError, type SourceFault } from '../source/source-error.ts'

/** PEM texts. */
export interface PlainTls {
  ca?: string
  cert?: string
  key?: string
}

export interface PlainFetcher {
  fetch: Fetcher
  /** Every request that was sent, in order. */
  sent: FetchRequest[]
  close: () => void
}

/** A cancelled body is drained up to this size, to keep the connection. */
const DRAINED_BYTES = 64 * 1024

/** A fetcher that sends any request: no guards, no timeout, no redirects. It records what it has sent. */
export function createPlainFetcher(tls: PlainTls = {}): PlainFetcher {
  const agents = openAgents(tls)
  const sent: FetchRequest[] = []
  return {
    sent,
    fetch: async (request) => {
      sent.push(request)
      const failAs = (fault: SourceFault) => () => {
        throw new SourceError(request.signal?.aborted ? 'cancelled' : fault)
      }
      const { url, method = 'GET', body, authorization, signal } = request
      const headers = { ...request.headers, ...(authorization !== undefined && { authorization }) }
      const plain = { url, method, headers, ...(signal && { signal }), ...(body !== undefined && { body }) }
      const incoming = await sendPlain(plain, agents).catch(failAs('unreachable'))
      return present(request, incoming, failAs('bad-response'))
    },
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

interface PlainRequest {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
  signal?: AbortSignal
}

/** Keep-alive agents, to be closed by the caller. */
export interface PlainAgents {
  http: HttpAgent
  https: HttpsAgent
}

export const openAgents = (tls: PlainTls): PlainAgents => ({
  http: new HttpAgent({ keepAlive: true }),
  https: new HttpsAgent({ keepAlive: true, ...tls }),
})

export async function sendPlain(
  { url, body, ...options }: PlainRequest,
  { http, https }: PlainAgents,
): Promise<IncomingMessage> {
  const request = url.startsWith('https:')
    ? httpsRequest(url, { ...options, agent: https })
    : httpRequest(url, { ...options, agent: http })
  const answered = once(request, 'response')
  request.end(body)
  const [incoming]: IncomingMessage[] = await answered
  if (!incoming) throw new SourceError('unreachable')
  return incoming
}

function present({ url, maxBytes }: FetchRequest, incoming: IncomingMessage, fail: () => never): FetchResponse {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
  return {
    status: incoming.statusCode ?? 0,
    headers,
    url,
    body: readBounded(incoming, maxBytes ?? Infinity, fail),
    cancel: () => {
      incoming.on('error', () => {}) // the body was cancelled
      if (Number(headers['content-length'] ?? Infinity) <= DRAINED_BYTES) incoming.resume()
      else incoming.destroy()
      return Promise.resolve()
    },
  }
}

async function* readBounded(
  incoming: IncomingMessage,
  maxBytes: number,
  fail: () => never,
): AsyncGenerator<Uint8Array> {
  let length = 0
  try {
    for await (const chunk of incoming) {
      if (!(chunk instanceof Uint8Array)) continue
      length += chunk.byteLength
      if (length > maxBytes) throw new SourceError('too-large')
      yield chunk
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    fail()
  }
}
