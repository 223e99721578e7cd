import { setTimeout as wait } from 'node:timers/promises'
import { importOne } from '../imports.ts'
import { withServer, type ChaosServer } from '../installation.ts'
import { counted, createCaller, type Answer } from '../load.ts'
import { megabytes, seconds, type Case } from '../report.ts'

/** Half the rate that these clients reach without pauses. */
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
  run: () =>
    withServer({ serverFlags: ['--tls-self-signed'] }, async (server) => {
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
    }),
}

export const soak: Case = {
  name: 'soak',
  run: ({ soakMinutes }) =>
    withServer({}, async (server) => {
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
    }),
}
