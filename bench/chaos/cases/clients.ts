import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { importOne, isWhole, stored, told, type SentImport } from '../imports.ts'
import { withServer } from '../installation.ts'
import { counted, createCaller, isUnanswered, isUncoded, type Answer } from '../load.ts'
import { seconds, type Case } from '../report.ts'

/** Another client sends requests meanwhile, from another loopback address. */
const OTHER = '127.0.0.2'

async function askAsOther(url: string, apiKey: string, times: number): Promise<Answer[]> {
  const caller = createCaller(url, { localAddress: OTHER })
  const answers: Answer[] = []
  for (let each = 0; each < times; each += 1) {
    answers.push(await caller.call({ path: '/v1/users/info', apiKey, localAddress: OTHER }))
    await wait(50)
  }
  caller.close()
  return answers
}

const longest = (answers: readonly Answer[]) => Math.max(...answers.map(({ ms }) => ms))

async function openSockets(url: string, count: number, write: (socket: Socket) => void): Promise<Socket[]> {
  const sockets: Socket[] = []
  for (let each = 0; each < count; each += 1) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined)
    write(socket)
  }
  return sockets
}

export const silentSockets: Case = {
  name: 'silent-sockets',
  run: () =>
    withServer({}, async (server) => {
      const { apiKey } = await server.tenant()
      const sockets = await openSockets(server.url, 1_100, () => undefined)
      const others = await askAsOther(server.url, apiKey, 50)
      sockets.forEach((socket) => socket.destroy())
      return [
        {
          fault: '1,100 silent connections of one address',
          tried: '50 requests of another',
          seen: `${counted(others)}, longest ${seconds(longest(others))}`,
          promised: 'others are undisturbed',
          isKept: others.every(({ status }) => status === 200),
        },
      ]
    }),
}

export const slowClients: Case = {
  name: 'slow-clients',
  run: () =>
    withServer({}, async (server) => {
      const { apiKey } = await server.tenant()
      const head = `POST /v1/clusterprofiles/import HTTP/1.1\r\nHost: x\r\nApiKey: ${apiKey}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`
      const sockets = await openSockets(server.url, 100, (socket) => socket.write(head))
      const began = performance.now()
      const ended = sockets.map(async (socket) => {
        socket.resume()
        await once(socket, 'close').catch(() => undefined)
        return performance.now() - began
      })
      const timer = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write('x')), 1_000)
      const others = await askAsOther(server.url, apiKey, 100)
      const letGoMs = Math.max(...(await Promise.all(ended)))
      clearInterval(timer)
      return [
        {
          fault: '100 clients that send a byte a second',
          tried: '100 requests of another',
          seen: `${counted(others)}, longest ${seconds(longest(others))}; the slow ones let go after ${seconds(letGoMs)}`,
          promised: 'others are undisturbed, slow ones let go within a minute',
          isKept: others.every(({ status }) => status === 200) && letGoMs < 60_000,
        },
      ]
    }),
}

const CLOCK = join(import.meta.dirname, '../shifted-clock.mjs')

export const clockJumps: Case = {
  name: 'clock-jumps',
  run: () =>
    withServer({ nodeArguments: ['--import', CLOCK], settings: { RATE_LIMITS: '1' } }, async (server) => {
      const { apiKey } = await server.tenant()
      const caller = createCaller(server.url)
      const answers: Answer[] = []
      for (let jump = 0; jump < 4; jump += 1) {
        for (let each = 0; each < 5; each += 1) answers.push(await caller.call({ path: '/v1/users/info', apiKey }))
        server.signal('SIGUSR2')
        // Long enough for the buckets to refill.
        await wait(1_000)
      }
      caller.close()
      return [
        {
          fault: "the server's clock set an hour back, and forward again",
          tried: `4 jumps, ${answers.length} requests`,
          seen: counted(answers),
          promised: 'nobody is refused for it',
          isKept: answers.every(({ status }) => status === 200),
        },
      ]
    }),
}

export const equalImports: Case = {
  name: 'equal-imports',
  run: () =>
    withServer({}, async (server) => {
      const { apiKey } = await server.tenant()
      const caller = createCaller(server.url)
      const sent = await Promise.all(Array.from({ length: 50 }, () => importOne(caller, { apiKey, name: 'equal' })))
      const found = await stored(server.databaseUrl(), sent)
      caller.close()
      const created = sent.filter(({ answer }) => answer.status === 201).length
      return [
        {
          fault: '50 equal imports at once',
          tried: '50 imports, each with a key of its own',
          seen: `${counted(sent.map(({ answer }) => answer))}; ${told(found)}`,
          promised: 'one profile, once',
          isKept: created === 1 && isWhole(found),
        },
      ]
    }),
}

export const stopped: Case = {
  name: 'stopped',
  run: ({ rounds }) =>
    withServer({}, async (server) => {
      const sent: SentImport[] = []
      const codes: (number | null)[] = []
      const { apiKey } = await server.tenant()
      for (let round = 0; round < rounds; round += 1) {
        if (!server.isRunning()) await server.start()
        const stopping = new AbortController()
        const lanes = Array.from({ length: 8 }, () => importUntilTold(server.url, apiKey, stopping.signal))
        await wait(1_500)
        server.signal('SIGTERM')
        stopping.abort()
        sent.push(...(await Promise.all(lanes)).flat())
        codes.push(await server.ended())
      }
      await server.start()
      const found = await stored(server.databaseUrl(), sent)
      const answers = sent.map(({ answer }) => answer)
      return [
        {
          fault: 'SIGTERM under 8 clients',
          tried: `${rounds} stops, ${sent.length} imports`,
          seen: `${counted(answers)}; ${told(found)}; exit ${[...new Set(codes)].join(', ')}`,
          promised: 'each request answered, new ones refused with a code, exit 0',
          isKept:
            codes.every((code) => code === 0) &&
            isWhole(found) &&
            !answers.some((each) => isUncoded(each) || isUnanswered(each)),
        },
      ]
    }),
}

/** Imports until the server says that it stops, like a client that heeds the answer. */
async function importUntilTold(url: string, apiKey: string, stopping: AbortSignal): Promise<SentImport[]> {
  const caller = createCaller(url)
  const sent: SentImport[] = []
  for (;;) {
    const one = await importOne(caller, { apiKey })
    sent.push(one)
    if (stopping.aborted && one.answer.status !== 201) break
  }
  caller.close()
  return sent
}
