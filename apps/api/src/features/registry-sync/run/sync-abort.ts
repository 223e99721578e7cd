import type { SourceEvent } from '@waybill/pack-sources'

/** Nothing that can be read takes longer; a registry that trickles does. */
const LONGEST_MS = 3_600_000

/** Why a walk is broken off. `stopped`: the process ends, another takes the run up. `lost`: another has. */
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

/** Ends with the signal even when the source does not hear it. */
export async function* untilAborted(
  events: AsyncIterable<SourceEvent>,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  aborted.catch(() => undefined) // nobody may be waiting when it comes
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
    // Not waited for: a source that hangs would hang here too.
    void Promise.resolve(iterator.return?.()).catch(() => undefined)
  }
}
