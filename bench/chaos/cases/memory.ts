import { setTimeout as wait } from 'node:timers/promises'
import { importOne, isWhole, stored, told } from '../imports.ts'
import { withServer, type ChaosServer } from '../installation.ts'
import { counted, createCaller, isUnanswered, isUncoded } from '../load.ts'
import { createMemoryGroup } from '../memory-group.ts'
import { megabytes, type Case, type Row } from '../report.ts'

const MANY = 200
const LAYERS = 1_000

/** Measures the server's peak memory until `stop`. */
function watchMemory(server: ChaosServer) {
  let most = server.residentMegabytes()
  const timer = setInterval(() => (most = Math.max(most, server.residentMegabytes())), 100)
  return () => {
    clearInterval(timer)
    return most
  }
}

async function importMany(server: ChaosServer): Promise<Omit<Row, 'fault' | 'promised'> & { restMegabytes: number }> {
  const { apiKey } = await server.tenant()
  const caller = createCaller(server.url)
  const before = server.residentMegabytes()
  const most = watchMemory(server)
  const sent = await Promise.all(Array.from({ length: MANY }, () => importOne(caller, { apiKey, layers: LAYERS })))
  const mostMegabytes = most()
  caller.close()
  await wait(60_000)
  const restMegabytes = server.residentMegabytes()
  const found = await stored(server.databaseUrl(), sent)
  const answers = sent.map(({ answer }) => answer)
  const waits = answers.flatMap(({ retryAfter }) => (retryAfter === undefined ? [] : [Number(retryAfter)]))
  const asked = waits.length === 0 ? '' : `, Retry-After ${Math.min(...waits)} to ${Math.max(...waits)} s`
  return {
    tried: `${MANY} imports of ${LAYERS} layers at once`,
    seen: `${counted(answers)}${asked}; ${told(found)}; ${megabytes(before)}, at most ${megabytes(mostMegabytes)}, a minute later ${megabytes(restMegabytes)}`,
    isKept: server.isRunning() && isWhole(found) && !answers.some((each) => isUncoded(each) || isUnanswered(each)),
    restMegabytes,
  }
}

export const manyImports: Case = {
  name: 'many-imports',
  run: () =>
    withServer({}, async (server) => {
      const { restMegabytes, ...seen } = await importMany(server)
      return [
        {
          fault: 'many large imports',
          ...seen,
          promised: '201, or 503 with Retry-After; under 300 MB a minute later',
          isKept: seen.isKept && restMegabytes < 300,
        },
      ]
    }),
}

export const memoryLimit: Case = {
  name: 'memory-limit',
  async run() {
    const group = createMemoryGroup('450M')
    const fault = 'memory limit of 450 MB, PostgreSQL within'
    if (group === undefined)
      return [{ fault, tried: 'not: no group can be made', seen: '–', promised: '–', isKept: 'not tried' }]
    try {
      return await withServer({ group: group.path }, async (server) => {
        const { restMegabytes: _rest, ...seen } = await importMany(server)
        return [{ fault, ...seen, promised: 'refused in time, never killed' }]
      })
    } finally {
      await group.remove()
    }
  },
}
