import type { PgBoss } from 'pg-boss'
import { inSpan } from '../telemetry/spans.ts'
import { sharesSessions } from '../database/upkeep/shared-sessions.ts'

/** Connections of the job queue's pool; its listener holds one more. */
const POOL_SIZE = 2

/** How often a worker polls, besides being woken by each new job; more often where nothing can wake it. */
const LOOK_EVERY_SECONDS = 30

/** Only the jobs are deleted: what they are about is in our own tables, so a lost job is created again. */
const FORGET_AFTER_SECONDS = 3_600
const LONGEST_SECONDS = 2 * 3_600

export interface JobQueue {
  name: string
  /** Jobs run at a time by this process. */
  concurrency: number
  work: (data: unknown) => Promise<void>
  /** Also runs at these times, without data. */
  cron?: string
}

export interface Jobs {
  /**
   * Does nothing if this process does not work on jobs yet: a process that starts looks for waiting work itself.
   */
  send: (queue: string, data: { uid: string; tenantUid: string }) => Promise<void>
  /** Loads pg-boss, creates its schema `pgboss` if missing, and begins to work. */
  start: (queues: readonly JobQueue[], onError: (error: unknown) => void) => Promise<void>
  /** Waits for running jobs: tell them to end first. */
  stop: () => Promise<void>
}

/** A job queue in PostgreSQL; any process of the installation may work on any job. */
export function createJobs(databaseUrl: string): Jobs {
  let boss: PgBoss | undefined
  return {
    async send(queue, data) {
      // One waiting job per subject is enough: whoever runs it sees everything requested until then.
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
