import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openFaultyLink, type FaultyLink } from '../../../apps/api/src/testing/database/faulty-link.ts'
import { createTenant } from '../../content.ts'
import { startDatabase } from '../../installation.ts'
import { importOne } from '../imports.ts'
import { createServer } from '../installation.ts'
import { counted, createCaller, isUnanswered, isUncoded, untilReady, type Answer } from '../load.ts'
import { seconds, type Case, type Row } from '../report.ts'

const LANES = 6
const FAULT_MS = 4_000

interface Fault {
  name: string
  strike: (link: FaultyLink, databaseUrl: string) => Promise<(() => Promise<void>) | void>
  /** Longer than the limit that should end it. */
  ms?: number
}

const FAULTS: readonly Fault[] = [
  { name: 'PostgreSQL stopped', strike: (link) => link.stop() },
  { name: 'connections cut, ten times a second', strike: async (link) => cutAgainAndAgain(link) },
  { name: 'PostgreSQL silent behind its connections', strike: async (link) => link.stall(), ms: 28_000 },
  { name: 'every connection of the pool taken', strike: (_link, databaseUrl) => lockKeys(databaseUrl), ms: 8_000 },
]

function cutAgainAndAgain(link: FaultyLink) {
  const timer = setInterval(() => link.cut(), 100)
  return async () => clearInterval(timer)
}

/** Locks the API keys: requests with a key wait for the lock, and hold their connections. */
async function lockKeys(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE api_keys IN ACCESS EXCLUSIVE MODE')
  return () => client.end()
}

export const databaseAway: Case = {
  name: 'database-away',
  async run() {
    const ground = await startDatabase()
    const link = await openFaultyLink(ground.databaseUrl)
    const server = createServer({ settings: { DATABASE_URL: link.url } })
    const rows: Row[] = []
    try {
      await server.start()
      const { apiKey } = await createTenant(ground)
      for (const { name, strike, ms = FAULT_MS } of FAULTS) {
        const end = await strike(link, ground.databaseUrl)
        const asked = await askFor(server.url, apiKey, ms)
        await end?.()
        await link.mend()
        const backMs = await untilReady(server)
        rows.push({
          fault: name,
          tried: `${seconds(ms)} under ${LANES} clients`,
          seen: `${counted(asked)}; longest ${seconds(Math.max(...asked.map((each) => each.ms)))}; back after ${seconds(backMs)}`,
          promised: '503 with a code, back within 1 s',
          isKept: !asked.some((each) => isUncoded(each) || isUnanswered(each)) && backMs < 1_000,
        })
      }
      return rows
    } finally {
      await server.remove()
      await link.close()
      await ground.close()
    }
  },
}

/** Sends reads, imports and readiness checks repeatedly for this long. */
async function askFor(url: string, apiKey: string, ms: number): Promise<Answer[]> {
  const caller = createCaller(url)
  const answers: Answer[] = []
  const until = performance.now() + ms
  const lane = async (at: number) => {
    while (performance.now() < until) {
      if (at % 3 === 0) answers.push(await caller.call({ path: '/readyz' }))
      else if (at % 3 === 1) answers.push(await caller.call({ path: '/v1/packs?limit=50', apiKey }))
      else answers.push((await importOne(caller, { apiKey })).answer)
      await wait(20)
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_none, at) => lane(at)))
  caller.close()
  return answers
}

export const diskFull: Case = {
  name: 'disk-full',
  async run() {
    const disk = mkdtempSync(join(tmpdir(), 'waybill-disk-'))
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500m', 'none', disk])
    if (mounted.status !== 0) {
      rmSync(disk, { recursive: true })
      return [
        {
          fault: 'disk full',
          tried: 'not: no disk can be mounted here',
          seen: '–',
          promised: '–',
          isKept: 'not tried',
        },
      ]
    }
    const server = createServer({ dataDir: join(disk, 'data') })
    const filling = join(disk, 'filling')
    try {
      await fill(disk, filling)
      const line = await server.start().then(
        () => 'it runs',
        () => server.output(),
      )
      rmSync(filling)
      await server.start()
      const tenant = await server.tenant()
      const answers = await asDiskFills(server.url, tenant.apiKey, () => fill(disk, filling))
      rmSync(filling)
      const backMs = await untilReady(server)
      return [
        {
          fault: 'start on a full disk',
          tried: '1 start',
          seen: line.trim().split('\n').join(' / '),
          promised: 'says so in one line',
          isKept: /^The disk of DATA_DIR is full[^\n]+\n$/.test(line),
        },
        ...answers,
        {
          fault: '… and room is made',
          tried: '1',
          seen: `back after ${seconds(backMs)}`,
          promised: 'back by itself',
          isKept: backMs < 5_000,
        },
      ]
    } finally {
      await server.remove()
      execFileSync('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    }
  },
}

async function asDiskFills(url: string, apiKey: string, fillUp: () => Promise<void>): Promise<Row[]> {
  const caller = createCaller(url)
  const { answer } = await importOne(caller, { apiKey })
  const uid: string = JSON.parse(answer.body).uid
  await fillUp()
  await wait(2_000)
  const writes: Answer[] = []
  const reads: Answer[] = []
  for (let each = 0; each < 20; each += 1) {
    writes.push((await importOne(caller, { apiKey })).answer)
    reads.push(await caller.call({ path: `/v1/clusterprofiles/${uid}/export`, apiKey }))
  }
  const ready = await caller.call({ path: '/readyz' })
  caller.close()
  return [
    {
      fault: 'disk full',
      tried: '20 imports, 20 exports',
      seen: `imports: ${counted(writes)}; exports: ${counted(reads)}; readyz: ${counted([ready])}`,
      promised: '503 StorageFull, exports go on, readyz says so',
      isKept:
        [ready, ...writes].every(({ code }) => code === 'StorageFull') && reads.every(({ status }) => status === 200),
    },
  ]
}

/** Fills the disk to the last byte. */
async function fill(disk: string, file: string): Promise<void> {
  const { bavail, bsize } = await statfs(disk)
  writeFileSync(file, Buffer.alloc(bavail * bsize))
}
