import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY_MS = 200
/** Sessions of one that was killed still hold its memory for a moment. */
const TRY_FOR_MS = 10_000
const TRY_AGAIN_MS = 200

interface Watched {
  isRunning: () => boolean
  restart: () => Promise<unknown>
  onLost: ((error: unknown) => void) | undefined
}

/**
 * Starts PostgreSQL again when it ended by itself, killed by the kernel or by hand; its own recovery makes its data whole.
 *
 * @returns what ends the watch, once a start under way has come to its end.
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
