import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** No large request for this long. */
const IDLE_MS = 10_000

/**
 * V8's last-resort collection: it repeats until nothing more is freed, and releases reserved memory too. On a heap that
 * has grown this returns 50 MB more than one collection, in twice the time.
 */
const THOROUGH = { type: 'major', execution: 'async', flavor: 'last-resort' } as const

/** V8 collects when it needs room, not when it is idle, so an idle server would keep the memory of a busy hour. */
export function createMemoryReturn(collect = collector()) {
  let timer: NodeJS.Timeout | undefined
  return {
    wasUsed() {
      clearTimeout(timer)
      timer = setTimeout(collect, IDLE_MS).unref()
    },
    close: () => clearTimeout(timer),
  }
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  // Only contexts created after the flag was set have the function.
  const collect: (options: typeof THOROUGH) => Promise<void> = runInNewContext('gc')
  return () => void collect(THOROUGH)
}
