import { appendFileSync, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { importOne, isWhole, stored, told } from '../imports.ts'
import { createServer, type ChaosServer } from '../installation.ts'
import { counted, createCaller, isUnanswered, isUncoded, type Answer } from '../load.ts'
import { seconds, type Case, type Row } from '../report.ts'

const MANY = 200
const LAYERS = 1_000

const megabytes = (value: number) => `${value.toFixed(0)} MB`

/** The most memory that it had until `stop`. */
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
  async run() {
    const server = createServer()
    try {
      await server.start()
      const { restMegabytes, ...seen } = await importMany(server)
      return [
        {
          fault: 'many large imports',
          ...seen,
          promised: '201, or 503 with Retry-After; under 300 MB a minute later',
          isKept: seen.isKept && restMegabytes < 300,
        },
      ]
    } finally {
      await server.remove()
    }
  },
}

const CGROUP = ['/sys/fs/cgroup/memory', '/sys/fs/cgroup'].find((folder) =>
  ['memory.limit_in_bytes', 'memory.max'].some((file) => existsSync(join(folder, file))),
)

export const memoryLimit: Case = {
  name: 'memory-limit',
  async run() {
    const group = limitedGroup('450M')
    if (group === undefined) {
      return [
        {
          fault: 'memory limit of 450 MB',
          tried: 'not: no cgroup can be made here',
          seen: '–',
          promised: '–',
          isKept: true,
        },
      ]
    }
    // The server joins before it starts, and its database with it.
    const join = `data:text/javascript,import{appendFileSync}from'node:fs';appendFileSync(${JSON.stringify(`${group}/cgroup.procs`)},String(process.pid))`
    const server = createServer({ nodeArguments: ['--import', join] })
    try {
      await server.start()
      const { restMegabytes: _rest, ...seen } = await importMany(server)
      return [
        { fault: 'memory limit of 450 MB, PostgreSQL within', ...seen, promised: 'refused in time, never killed' },
      ]
    } finally {
      await server.remove()
      await removeGroup(group)
    }
  },
}

function limitedGroup(limit: string): string | undefined {
  if (CGROUP === undefined) return undefined
  const group = join(CGROUP, `waybill-chaos-${process.pid}`)
  try {
    mkdirSync(group)
    writeFileSync(join(group, existsSync(join(group, 'memory.max')) ? 'memory.max' : 'memory.limit_in_bytes'), limit)
    appendFileSync(join(group, 'cgroup.procs'), '')
    return group
  } catch {
    return undefined
  }
}

/** Its processes are gone a little after they have ended. */
async function removeGroup(group: string) {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return rmdirSync(group)
    } catch {
      await wait(100)
    }
  }
}

/** Half of what these do one after the other without a pause. */
async function loadFor(url: string, apiKey: string, ms: number): Promise<Answer[]> {
  const caller = createCaller(url)
  const answers: Answer[] = []
  const until = performance.now() + ms
  const lane = async () => {
    while (performance.now() < until) {
      const { answer } = await importOne(caller, { apiKey })
      const read = await caller.call({ path: '/v1/packs?limit=50', apiKey })
      answers.push(answer, read)
      await wait(answer.ms + read.ms)
    }
  }
  await Promise.all(Array.from({ length: 4 }, lane))
  caller.close()
  return answers
}

async function underLoad(server: ChaosServer, ms: number) {
  const { apiKey } = await server.tenant()
  await loadFor(server.url, apiKey, ms / 4)
  const before = server.residentMegabytes()
  const answers = await loadFor(server.url, apiKey, ms)
  return { answers, before, after: server.residentMegabytes() }
}

export const tls: Case = {
  name: 'tls',
  async run() {
    const server = createServer({ serverFlags: ['--tls-self-signed'] })
    try {
      await server.start()
      const { answers } = await underLoad(server, 8_000)
      return [
        {
          fault: 'none, over TLS',
          tried: `${answers.length} requests of 4 clients`,
          seen: counted(answers),
          promised: 'as without',
          isKept: answers.every(({ status }) => status === 200 || status === 201),
        },
      ]
    } finally {
      await server.remove()
    }
  },
}

export const soak: Case = {
  name: 'soak',
  async run({ soakMinutes }) {
    const server = createServer()
    try {
      await server.start()
      const ms = soakMinutes * 60_000
      const { answers, before, after } = await underLoad(server, ms)
      const slope = (after - before) / (soakMinutes / 60)
      return [
        {
          fault: 'none, for a while',
          tried: `${seconds(ms)}, ${answers.length} requests of 4 clients at half speed`,
          seen: `${counted(answers)}; ${megabytes(before)} → ${megabytes(after)} (${slope.toFixed(0)} MB an hour)`,
          promised: 'no error',
          isKept: answers.every(({ status }) => status === 200 || status === 201),
        },
      ]
    } finally {
      await server.remove()
    }
  },
}
