import type { PgBoss } from 'pg-boss'
import { inSpan } from '../telemetry/spans.ts'
import { sharesSessions } from '../database/upkeep/shared-sessions.ts'

/** Pool of the job queue; its listener holds one connection more. */
const POOL_SIZE = 2

/** How often a worker looks for jobs by itself, beside being woken by each new one; oftener where nobody can wake it. */
const LOOK_EVERY_SECONDS = 30

/** Jobs alone: what they are about stands in tables of ours, so one that is lost is made again. */
const FORGET_AFTER_SECONDS = 3_600
const LONGEST_SECONDS = 2 * 3_600

export interface JobQueue {
  name: string
  /** Jobs at a time in this process. */
  concurrency: number
  work: (data: unknown) => Promise<void>
  /** Also runs by itself, with no data, at these times. */
  cron?: string
}

export interface Jobs {
  /** Does nothing where no process of this installation works on jobs yet: what waits is found by those that start. */
  send: (queue: string, data: { uid: string; tenantUid: string }) => Promise<void>
  /** Loads pg-boss, makes its schema `pgboss` where it is missing, and begins to work. */
  start: (queues: readonly JobQueue[], onError: (error: unknown) => void) => Promise<void>
  /** Waits for jobs that run: tell them to end before. */
  stop: () => Promise<void>
}

/** Jobs on the PostgreSQL that is there; any process of the installation may work on any of them. */
export function createJobs(databaseUrl: string): Jobs {
  let boss: PgBoss | undefined
  return {
    async send(queue, data) {
      // One that waits is enough: whoever takes it sees all that was asked for until then.
      await boss?.send(queue, data, { singletonKey: data.uid })
    },
    async start(queues, onError) {
      const { PgBoss } = await import('pg-boss')
      const starting = new PgBoss({
        connectionString: databaseUrl,
        schema: 'pgboss',
        application_name: 'waybill-jobs',
        max: POOL_SIZE,
        useListenNotify: !sharesSessions(databaseUrl),
        registerInstance: false,
      })
      starting.on('error', onError)
      try {
        await starting.start()
        for (const queue of queues) await open(starting, queue)
      } catch (error) {
        await starting.stop({ graceful: false }).catch(() => undefined)
        throw error
      }
      boss = starting
    },
    async stop() {
      const stopping = boss
      boss = undefined
      await stopping?.stop({ graceful: true, timeout: 20_000 })
    },
  }
}

async function open(boss: PgBoss, { name, concurrency, work, cron }: JobQueue) {
  await boss.createQueue(name, {
    policy: 'short',
    notify: true,
    retryLimit: 0,
    expireInSeconds: LONGEST_SECONDS,
    deleteAfterSeconds: FORGET_AFTER_SECONDS,
  })
  const options = { localConcurrency: concurrency, notifyPollingIntervalSeconds: LOOK_EVERY_SECONDS }
  await boss.work<unknown>(name, options, async (jobs) => {
    for (const { data } of jobs) await inSpan({ name: `job ${name}` }, () => work(data))
  })
  if (cron !== undefined) await boss.schedule(name, cron)
}
