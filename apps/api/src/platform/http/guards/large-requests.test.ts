import { fastify, type FastifyInstance } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { registerErrorHandler } from '../error-handler.ts'
import { registerLargeRequests } from './large-requests.ts'

let app: FastifyInstance
afterEach(() => app.close())

/** Each request waits until it is released. */
async function open(largeRequests: number) {
  const inside: (() => void)[] = []
  app = fastify()
  registerErrorHandler(app)
  registerLargeRequests(app, { largeRequests, largeBytes: 64 * 1024 * 1024, waitingRequests: 200 })
  app.post('/', () => new Promise<object>((resolve) => inside.push(() => resolve({}))))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = (bytes: number, signal?: AbortSignal) =>
    fetch(url, {
      method: 'POST',
      body: JSON.stringify('x'.repeat(bytes)),
      headers: { 'content-type': 'application/json' },
      ...(signal && { signal }),
    })
  return { inside, send }
}

it('works on no more large bodies at once than memory has room for, whatever else is going on', async () => {
  const { inside, send } = await open(2)
  const sent = Array.from({ length: 5 }, () => send(100_000))
  await expect.poll(() => inside.length).toBe(2)
  const small = send(10)
  await expect.poll(() => inside.length).toBe(3)
  for (let next = 0; next < 6; next += 1) {
    await expect.poll(() => inside.length).toBeGreaterThan(next)
    inside[next]?.()
  }
  for (const answer of await Promise.all([...sent, small])) expect(answer.status).toBe(200)
})

it('gives the place of a client that disconnects to the next one', async () => {
  const { inside, send } = await open(1)
  const away = new AbortController()
  const gone = send(100_000, away.signal).catch(() => 'gone')
  await expect.poll(() => inside.length).toBe(1)
  const next = send(100_000)
  away.abort()
  expect(await gone).toBe('gone')
  await expect.poll(() => inside.length).toBe(2)
  inside[1]?.()
  expect((await next).status).toBe(200)
  inside[0]?.()
})
