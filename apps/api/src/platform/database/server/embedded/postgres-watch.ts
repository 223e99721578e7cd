import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY_MS = 200
/** Sessions of a killed server keep its shared memory for a moment. */
const TRY_FOR_MS = 10_000
const TRY_AGAIN_MS = 200

interface Watched {
  isRunning: () => boolean
  restart: () => Promise<unknown>
  onLost: ((error: unknown) => void) | undefined
}

/**
 * Restarts PostgreSQL if it ends by itself, killed by the kernel or by hand; its crash recovery repairs the data.
 * @returns stops the watch, after waiting for a restart under way
 */
export function watchPostgres({ isRunning, restart, onLost }: Watched): () => Promise<void> {
  let isWatching = true
  let restarting = Promise.resolve()
  const look = () => {
    if (isRunning()) return
    clearInterval(timer)
    restarting = tryFor(restart, () => isWatching).then(() => {
      if (isWatching) timer = setInterval(look, LOOK_EVERY_MS).unref()
    }, onLost)
  }
  let timer = setInterval(look, LOOK_EVERY_MS).unref()
  return async () => {
    isWatching = false
    clearInterval(timer)
    await restarting
  }
}

async function tryFor(restart: Watched['restart'], isWanted: () => boolean): Promise<void> {
  const until = performance.now() + TRY_FOR_MS
  while (isWanted()) {
    try {
      return void (await restart())
    } catch (error) {
      if (performance.now() > until) throw error
      await wait(TRY_AGAIN_MS)
    }
  }
}
