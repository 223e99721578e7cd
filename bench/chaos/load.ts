import { Agent, request } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'

export interface Answer {
  /** 0 if there was no response. */
  status: number
  code: string | undefined
  body: string
  retryAfter: string | undefined
  ms: number
}

interface Call {
  path: string
  apiKey?: string
  method?: 'GET' | 'POST'
  body?: string
  idempotencyKey?: string
  localAddress?: string
}

const NOT_LISTENING = 'not listening'
const LONGEST_MS = 90_000

/** One client with its own keep-alive connections. No failure throws. */
export function createCaller(url: string, { localAddress = '127.0.0.1' } = {}) {
  const isTls = url.startsWith('https:')
  // These servers have self-signed certificates.
  const agent = isTls ? new TlsAgent({ keepAlive: true, rejectUnauthorized: false }) : new Agent({ keepAlive: true })
  const call = ({ path, apiKey, method = 'GET', body, idempotencyKey }: Call) =>
    new Promise<Answer>((resolve) => {
      const started = performance.now()
      const end = (answer: Partial<Answer>) =>
        resolve({
          status: 0,
          code: undefined,
          body: '',
          retryAfter: undefined,
          ...answer,
          ms: performance.now() - started,
        })
      const headers = {
        ...(apiKey !== undefined && { ApiKey: apiKey }),
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      }
      const sent = (isTls ? tlsRequest : request)(
        `${url}${path}`,
        { agent, method, headers, localAddress, timeout: LONGEST_MS },
        (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
          answer.on('error', () => end({}))
          answer.on('end', () =>
            end({
              status: answer.statusCode ?? 0,
              body: text,
              code: codeOf(text),
              retryAfter: answer.headers['retry-after'],
            }),
          )
        },
      )
      sent.on('timeout', () => sent.destroy())
      // Nobody listens there, so no request was lost.
      sent.on('error', (error) => end('code' in error && error.code === 'ECONNREFUSED' ? { code: NOT_LISTENING } : {}))
      sent.end(body)
    })
  return { call, close: () => agent.destroy() }
}

export type Caller = ReturnType<typeof createCaller>

function codeOf(text: string): string | undefined {
  return /^\{"code":"(\w+)"/.exec(text)?.[1]
}

/** `201 × 3, 503 Unavailable × 2`: how often each response came. */
export function counted(answers: readonly Answer[]): string {
  const counts = new Map<string, number>()
  for (const { status, code } of answers) {
    const name = status === 0 ? (code ?? 'no answer') : [status, code].filter((part) => part !== undefined).join(' ')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return (
    [...counts]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `${name} × ${count}`)
      .join(', ') || 'none'
  )
}

/** Sent, but never answered. */
export const isUnanswered = ({ status, code }: Answer) => status === 0 && code !== NOT_LISTENING

/** A 5xx without a code, or a 503 without Retry-After. */
export const isUncoded = ({ status, code, retryAfter }: Answer) =>
  status === 500 || (status > 500 && (code === undefined || retryAfter === undefined))

/** Milliseconds until the address answers with 200 again. */
export async function untilReady({ url }: { url: string }, withinMs = 60_000): Promise<number> {
  const { call, close } = createCaller(url)
  const started = performance.now()
  let tries = 0
  while (performance.now() - started < withinMs) {
    const { status } = await call({ path: '/readyz' })
    if (status === 200) break
    tries += 1
    await wait(Math.min(10 * tries, 50))
  }
  close()
  return performance.now() - started
}
