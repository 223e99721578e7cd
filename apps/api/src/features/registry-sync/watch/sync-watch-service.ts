/** How often the table is polled while somebody listens, whoever works on the runs. */
const POLL_MS = 500

/** Runs that ended longer ago are not reported any more. */
const RECENT_MS = 10_000

/** As many pages as one user has open at once. */
const LISTENERS_PER_USER = 10
const LISTENERS_PER_TENANT = 50
const LISTENERS = 500

interface Watching<Run extends { uid: string }> {
  /** The tenant's runs that are under way, and those that have ended since. */
  listCurrent: (tenantUid: string, since: Date) => Promise<readonly Run[]>
  now: () => Date
  report: (error: unknown) => void
}

export interface Listener<Run> {
  userUid: string
  tell: (run: Run) => void
  /** Called when nothing more will be reported, because the process ends. */
  end: () => void
}

interface Watch<Run> {
  listeners: Set<Listener<Run>>
  /** What was reported last, by uid of the run. */
  told: Map<string, { run: Run; text: string }>
  timer: NodeJS.Timeout | undefined
}

/**
 * Reports runs to listeners as they change. All listeners of a tenant share one query at a time; without listeners
 * there is none.
 */
export function createSyncWatch<Run extends { uid: string }>({ listCurrent, now, report }: Watching<Run>) {
  const watches = new Map<string, Watch<Run>>()
  let count = 0

  async function poll(tenantUid: string, watch: Watch<Run>) {
    try {
      tellChanges(watch, await listCurrent(tenantUid, new Date(now().getTime() - RECENT_MS)))
    } catch (error) {
      report(error)
    }
    if (watch.listeners.size === 0) return
    watch.timer = setTimeout(() => void poll(tenantUid, watch), POLL_MS)
  }

  function open(tenantUid: string): Watch<Run> {
    const watch: Watch<Run> = { listeners: new Set(), told: new Map(), timer: undefined }
    watches.set(tenantUid, watch)
    void poll(tenantUid, watch)
    return watch
  }

  function leave(tenantUid: string, watch: Watch<Run>, listener: Listener<Run>) {
    if (!watch.listeners.delete(listener)) return
    count -= 1
    if (watch.listeners.size > 0) return
    clearTimeout(watch.timer)
    if (watches.get(tenantUid) === watch) watches.delete(tenantUid)
  }

  return {
    /** @returns stops it; undefined if too many listen */
    listen(tenantUid: string, listener: Listener<Run>): (() => void) | undefined {
      const listening = [...(watches.get(tenantUid)?.listeners ?? [])]
      const own = listening.filter(({ userUid }) => userUid === listener.userUid)
      if (count >= LISTENERS || listening.length >= LISTENERS_PER_TENANT || own.length >= LISTENERS_PER_USER) {
        return undefined
      }
      const watch = watches.get(tenantUid) ?? open(tenantUid)
      watch.listeners.add(listener)
      count += 1
      for (const { run } of watch.told.values()) listener.tell(run)
      return () => leave(tenantUid, watch, listener)
    },
    close() {
      for (const { listeners } of watches.values()) for (const listener of listeners) listener.end()
    },
  }
}

export type SyncWatch<Run extends { uid: string }> = ReturnType<typeof createSyncWatch<Run>>

function tellChanges<Run extends { uid: string }>({ listeners, told }: Watch<Run>, runs: readonly Run[]) {
  const current = new Set(runs.map(({ uid }) => uid))
  for (const uid of told.keys()) if (!current.has(uid)) told.delete(uid)
  for (const run of runs) {
    const text = JSON.stringify(run)
    if (told.get(run.uid)?.text === text) continue
    told.set(run.uid, { run, text })
    for (const listener of listeners) listener.tell(run)
  }
}
