import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { openApplicationRole } from '../../../apps/api/src/platform/database/server/application-role.ts'
import { startPooler } from '../../../apps/api/src/testing/database/pooler.ts'
import { createTenant } from '../../content.ts'
import { startDatabase, type Ground } from '../../installation.ts'
import { createServer, withServer, type ChaosServer } from '../installation.ts'
import { importOne, isWhole, stored, told, type SentImport } from '../imports.ts'
import { counted, createCaller, isUncoded, untilReady } from '../load.ts'
import { seconds, type Case, type Row } from '../report.ts'

const LANES = 4
/** Rounds that a busy machine did not finish by then are not counted in the table. */
const LONGEST_ROUNDS_MS = 50 * 60_000
/** A third of what three processes would open by themselves. */
const POOLED_SESSIONS = 12

/** Imports concurrently until the server is gone. */
async function importWhile(isRunning: () => boolean, url: string, apiKey: string): Promise<SentImport[]> {
  const caller = createCaller(url)
  const sent: SentImport[] = []
  const lane = async () => {
    while (isRunning()) sent.push(await importOne(caller, { apiKey }))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  caller.close()
  return sent
}

/** Sends unanswered imports again, with their keys, until each has an answer. */
async function repeat(
  url: string,
  apiKey: string,
  sent: readonly SentImport[],
): Promise<{ all: SentImport[]; longestMs: number }> {
  const caller = createCaller(url)
  const all: SentImport[] = []
  let longestMs = 0
  for (const each of sent) {
    if (each.answer.status === 201) all.push(each)
    else {
      const started = performance.now()
      let again = await importOne(caller, { ...each, apiKey })
      while (again.answer.status !== 201 && performance.now() - started < 90_000) {
        await wait(100)
        again = await importOne(caller, { ...each, apiKey })
      }
      longestMs = Math.max(longestMs, performance.now() - started)
      all.push(again)
    }
  }
  caller.close()
  return { all, longestMs }
}

/**
 * Retries like a supervisor, up to ten times: on a busy machine a start may exceed its own limits. @returns how many
 * failed
 */
async function startAgain(server: ChaosServer): Promise<number> {
  for (let failed = 0; ; failed += 1) {
    try {
      await server.start()
      return failed
    } catch (error) {
      if (failed === 9) throw error
      await server.ended()
    }
  }
}

export const killedServer: Case = {
  name: 'killed-server',
  async run({ rounds }) {
    const server = createServer()
    const sent: SentImport[] = []
    let repeated = 0
    let longestMs = 0
    let failedStarts = 0
    let kills = 0
    const until = performance.now() + LONGEST_ROUNDS_MS
    try {
      failedStarts += await startAgain(server)
      const { apiKey } = await server.tenant()
      for (; kills < rounds && performance.now() < until; kills += 1) {
        const importing = importWhile(() => server.isRunning(), server.url, apiKey)
        // At a random moment of the imports.
        await wait(1_000 + Math.random() * 1_000)
        server.signal('SIGKILL')
        const cut = await importing
        failedStarts += await startAgain(server)
        const again = await repeat(server.url, apiKey, cut)
        repeated += cut.filter(({ answer }) => answer.status !== 201).length
        longestMs = Math.max(longestMs, again.longestMs)
        sent.push(...again.all)
      }
      const found = await stored(server.databaseUrl(), sent)
      const isAnswered = sent.every(({ answer }) => answer.status === 201)
      return [
        row('kill -9 of the server under imports', `${kills} kills, ${sent.length} imports`, {
          seen: failedStarts === 0 ? told(found) : `${told(found)}; ${failedStarts} starts failed and were repeated`,
          promised: 'nothing lost, half or twice',
          isKept: isWhole(found),
        }),
        row('… what got no answer, sent again with its key', `${repeated} repeats`, {
          seen: `${isAnswered ? 'all' : 'not all'} answered 201, the last after ${seconds(longestMs)}`,
          promised: 'no wait for a lease',
          isKept: isAnswered && longestMs < 20_000,
        }),
      ]
    } finally {
      await server.remove()
    }
  },
}

export const killedPostgres: Case = {
  name: 'killed-postgres',
  run: ({ rounds }) =>
    withServer({}, async (server) => {
      const times = Math.max(1, Math.round(rounds / 3))
      const backMs: number[] = []
      const answers: SentImport[] = []
      const { apiKey } = await server.tenant()
      for (let round = 0; round < times; round += 1) {
        let isOver = false
        const importing = importWhile(() => !isOver, server.url, apiKey)
        await wait(500)
        process.kill(server.postmaster(), 'SIGKILL')
        // A session that is still open may answer until its end is noticed.
        await wait(50)
        backMs.push(50 + (await untilReady(server)))
        isOver = true
        answers.push(...(await importing))
      }
      const found = await stored(server.databaseUrl(), answers)
      const uncoded = answers.filter(({ answer }) => isUncoded(answer)).length
      return [
        row('kill -9 of the embedded PostgreSQL under imports', `${times} kills, ${answers.length} imports`, {
          seen: `back after ${seconds(Math.max(...backMs))} at most; ${counted(answers.map(({ answer }) => answer))}; ${told(found)}`,
          promised: 'back within 5 s, 503 with a code meanwhile',
          isKept: Math.max(...backMs) < 5_000 && uncoded === 0 && isWhole(found),
        }),
      ]
    }),
}

/** Starts three servers on the database of these settings, and kills one of them during imports. */
async function startThree(ground: Ground, addresses: Readonly<Record<string, string>>) {
  const settings = { ...addresses, WAYBILL_SECRET_KEY: 'chaos chaos chaos chaos', SEED: 'demo' }
  const servers = Array.from({ length: 3 }, () => createServer({ settings }))
  try {
    const starts = await Promise.allSettled(servers.map((server) => server.start()))
    const [killed, ...others] = servers
    const { apiKey } = await createTenant(ground)
    const importing = servers.map(({ url, isRunning }) => {
      const until = performance.now() + 4_000
      return importWhile(() => isRunning() && performance.now() < until, url, apiKey)
    })
    await wait(2_000)
    killed?.signal('SIGKILL')
    const sent = (await Promise.all(importing)).flat()
    const again = await repeat(others[0]?.url ?? '', apiKey, sent)
    return {
      started: starts.filter(({ status }) => status === 'fulfilled').length,
      seeded: servers.filter((server) => server.output().includes('The demo was made')).length,
      sent,
      again,
      found: await stored(ground.databaseUrl, again.all),
    }
  } finally {
    for (const server of servers) await server.remove()
  }
}

const killedRow = (fault: string, { sent, again, found }: Awaited<ReturnType<typeof startThree>>) =>
  row(fault, `${sent.length} imports, repeated at another server`, {
    seen: `${told(found)}; repeats answered after ${seconds(again.longestMs)} at most`,
    promised: 'nothing lost, half or twice; no wait for a lease',
    isKept: isWhole(found) && again.all.every(({ answer }) => answer.status === 201) && again.longestMs < 20_000,
  })

export const threeServers: Case = {
  name: 'three-servers',
  async run() {
    const ground = await startDatabase()
    try {
      const three = await startThree(ground, { DATABASE_URL: ground.databaseUrl })
      return [
        row('SEED=demo on three processes at once', '3 starts', {
          seen: `${three.started} run, ${three.seeded} made the demo`,
          promised: 'one seeds, the others wait',
          isKept: three.started === 3 && three.seeded === 1,
        }),
        killedRow('three servers on one PostgreSQL, one killed', three),
      ]
    } finally {
      await ground.close()
    }
  },
}

export const threeBehindPooler: Case = {
  name: 'three-behind-pgbouncer',
  async run() {
    const fault = `three servers behind PgBouncer (transactions share ${POOLED_SESSIONS} sessions), one killed`
    if (spawnSync('pgbouncer', ['--version']).error)
      return [{ fault, tried: 'not: no pgbouncer is here', seen: '–', promised: '–', isKept: 'not tried' }]
    const ground = await startDatabase()
    const pooler = await startPooler(await openApplicationRole(ground.databaseUrl), { sessions: POOLED_SESSIONS })
    const addresses = { DATABASE_URL: pooler.url, MIGRATION_DATABASE_URL: ground.databaseUrl }
    try {
      return [killedRow(fault, await startThree(ground, addresses))]
    } finally {
      await pooler.stop()
      await ground.close()
    }
  },
}

export const twoServers: Case = {
  name: 'two-servers',
  async run() {
    const server = createServer()
    const second = createServer({ dataDir: server.dataDir, settings: { TMPDIR: `${server.dataDir}/elsewhere` } })
    try {
      await server.start()
      const refused = await second.start().then(
        () => false,
        () => second.output().includes('is in use by another Waybill process'),
      )
      const readyMs = await untilReady(server, 1_000)
      return [
        row('two servers on one DATA_DIR, with different TMPDIR', '1 start', {
          seen: `the second ${refused ? 'is refused' : 'runs'}, the first ${readyMs < 1_000 ? 'goes on' : 'is disturbed'}`,
          promised: 'the second is refused',
          isKept: refused && readyMs < 1_000,
        }),
      ]
    } finally {
      await second.remove()
      await server.remove()
    }
  },
}

const row = (fault: string, tried: string, rest: Pick<Row, 'seen' | 'promised' | 'isKept'>): Row => ({
  fault,
  tried,
  ...rest,
})
