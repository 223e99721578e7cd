import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '../client.ts'
import { createTenant } from '../content.ts'
import { interleave } from '../measure.ts'
import { freshFiles } from '../profile-file.ts'
import { amountRow } from '../report.ts'
import type { Case } from './bench.ts'

const RESTED_MS = 60_000
const LARGE = 1_000
const TIMES = 5

/** The tables exist and PostgreSQL is running, as after an update. */
const start: Case = async ({ startServer }) => {
  const starts: number[] = []
  for (let run = 0; run < TIMES; run++) {
    const server = await startServer()
    starts.push(server.startMs)
    await server.stop()
  }
  return [amountRow('second start, least of five', { value: Math.min(...starts), atMost: 900, unit: 'ms' })]
}

const memory: Case = async ({ ground, startServer }) => {
  const server = await startServer()
  try {
    await wait(RESTED_MS)
    const idle = server.residentMegabytes()
    const client = createClient(server.url, await createTenant(ground))
    const files = freshFiles(LARGE, TIMES)
    await interleave(
      {
        work: async (run) => {
          await client.validate(files[run] ?? '')
          await client.exportProfile(await client.importProfile(files[run] ?? ''))
        },
      },
      { runs: TIMES, warmUp: 0 },
    )
    const busy = server.residentMegabytes()
    await wait(RESTED_MS)
    const rested = server.residentMegabytes()
    return [
      amountRow('memory of the server, idle', { value: idle, atMost: 170, unit: 'MB' }),
      amountRow(`… after 1,000 layers ${TIMES} times (${busy.toFixed(0)} MB) and a minute's rest`, { value: rested, atMost: 250, unit: 'MB' }), // prettier-ignore
    ]
  } finally {
    await server.stop()
  }
}

export const serverCases: Readonly<Record<string, Case>> = { start, memory }
