import { SourceError, type SourceFault } from '@waybill/pack-sources'

export interface Deadline {
  /** Aborts with a SourceError that says why. */
  signal: AbortSignal
  fail: (fault: SourceFault) => void
  headersArrived: () => void
  stop: () => void
}

interface Span {
  firstByteMs: number
  totalMs: number
  signal: AbortSignal | undefined
}

/** Starts the clock of one request; the caller's signal ends it as well. */
export function startDeadline({ firstByteMs, totalMs, signal }: Span): Deadline {
  const controller = new AbortController()
  const fail = (fault: SourceFault) => controller.abort(new SourceError(fault))
  const cancel = () => fail('cancelled')
  const firstByte = setTimeout(() => fail('timeout'), firstByteMs)
  const total = setTimeout(() => fail('timeout'), totalMs)
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  return {
    signal: controller.signal,
    fail,
    headersArrived: () => clearTimeout(firstByte),
    stop: () => {
      clearTimeout(firstByte)
      clearTimeout(total)
      signal?.removeEventListener('abort', cancel)
    },
  }
}

/** Settles like `promise`, or rejects when the deadline passes: opening a connection cannot be aborted by a signal. */
export function withinDeadline<Value>({ signal }: Deadline, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
    if (signal.aborted) giveUp()
  })
}
