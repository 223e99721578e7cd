import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Nothing large came for so long. */
const IDLE_MS = 10_000

/**
 * As V8 does before it gives up: again until nothing more is freed, and with what it keeps for its own next need. Of a heap that
 * has grown that is 50 MB more than one collection gives back, for twice its time.
 */
const THOROUGH = { type: 'major', execution: 'async', flavor: 'last-resort' } as const

/** V8 collects when it needs room and not when there is nothing to do: an idle server would keep what a busy hour took. */
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
  // The function stands in contexts that are made after the flag alone.
  const collect: (options: typeof THOROUGH) => Promise<void> = runInNewContext('gc')
  return () => void collect(THOROUGH)
}
