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

/** The time of one request runs from now on; the caller's signal ends it as well. */
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

/** Settles like `promise`, or rejects as soon as the deadline has passed: a connection that is being opened knows no signal. */
export function withinDeadline<Value>({ signal }: Deadline, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
    if (signal.aborted) giveUp()
  })
}
