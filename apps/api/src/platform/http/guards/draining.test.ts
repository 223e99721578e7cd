import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hold } from '../../../testing/held-locks/blocking-lock.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'

let test: TestApp
let url: string
const agent = new Agent({ keepAlive: true })
beforeEach(async () => {
  test = await buildTestApp()
  url = await test.app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  agent.destroy()
  await test.close()
})

/** Over keep-alive connections, like a client that sends many requests. */
async function ask(path: string) {
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  const [answer]: [IncomingMessage] = (await once(get(`${url}${path}`, { agent, headers }), 'response')) as [
    IncomingMessage,
  ]
  const body = JSON.parse(Buffer.concat(await answer.toArray()).toString())
  return { status: answer.statusCode, code: body.code, connection: answer.headers.connection }
}

it('a server that stops answers requests in flight, and refuses later ones with a code', async () => {
  await ask('/v1/users/info')
  const { hasWaiter, release } = await hold(test.databaseUrl, 'LOCK TABLE projects IN ACCESS EXCLUSIVE MODE')
  const inFlight = ask('/v1/dashboard/projects/metadata')
  await hasWaiter()
  const drained = test.app.drain(60_000)
  const refused = { status: 503, code: 'Unavailable', connection: 'close' }
  expect([await ask('/v1/users/info'), await ask('/readyz')]).toEqual([refused, refused])
  expect((await ask('/livez')).status).toBe(200)
  await release()
  expect(await inFlight).toEqual({ status: 200, code: undefined, connection: 'close' })
  await drained
})

it('streams of events are not waited for', async () => {
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  const stream = await fetch(`${url}/v1/console/registries/events`, { headers })
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  await test.app.drain(300_000)
  await test.app.close()
  await stream.text().catch(() => undefined)
})
