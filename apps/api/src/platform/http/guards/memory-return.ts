import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Nothing large came for so long. */
const IDLE_MS = 10_000

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
  const collect: (options: { execution: 'async' }) => Promise<void> = runInNewContext('gc')
  return () => void collect({ execution: 'async' })
}
