import type { SourceEvent } from '@waybill/pack-sources'

/** No readable registry takes longer, but one that sends slowly might. */
const LONGEST_MS = 3_600_000

/**
 * Why a walk is stopped. `stopped`: the process ends, and another continues the run. `lost`: another has already taken
 * it.
 */
type Stop = 'cancelled' | 'timeout' | 'stopped' | 'lost'

export type Aborter = ReturnType<typeof createAborter>

export function createAborter(stopping: AbortSignal) {
  const own = new AbortController()
  const deadline = AbortSignal.timeout(LONGEST_MS)
  let reason: Stop | undefined
  return {
    signal: AbortSignal.any([own.signal, stopping, deadline]),
    abort: (stop: Stop) => {
      reason ??= stop
      own.abort()
    },
    stop: (): Stop | undefined => {
      if (reason) return reason
      if (stopping.aborted) return 'stopped'
      return deadline.aborted ? 'timeout' : undefined
    },
  }
}

export class BrokenOff extends Error {}

/** Ends with the signal even if the source ignores it. */
export async function* untilAborted(
  events: AsyncIterable<SourceEvent>,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  aborted.catch(() => undefined) // it may be rejected while nobody awaits it
  const breakOff = () => reject(new BrokenOff())
  signal.addEventListener('abort', breakOff, { once: true })
  if (signal.aborted) breakOff()
  const iterator = events[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', breakOff)
    // Not awaited: a source that hangs would hang here too.
    void Promise.resolve(iterator.return?.()).catch(() => undefined)
  }
}
