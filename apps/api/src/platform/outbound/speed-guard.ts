import type { OutboundLimits } from './outbound-limits.ts'

/** Measures incoming bytes while a reader waits for them; time in which nobody reads does not count. */
export interface SpeedGuard {
  wait: () => void
  received: (bytes: number) => void
  stop: () => void
}

/** Calls `onStall` when a window of waiting has passed with too few bytes. */
export function createSpeedGuard({ windowMs, bytes }: OutboundLimits['stall'], onStall: () => void): SpeedGuard {
  let timer: NodeJS.Timeout | undefined
  let startedAt = 0
  let waitedMs = 0
  let receivedBytes = 0
  const wait = () => {
    startedAt = performance.now()
    timer = setTimeout(endWindow, windowMs - waitedMs)
  }
  const endWindow = () => {
    if (receivedBytes < bytes) return onStall()
    waitedMs = 0
    receivedBytes = 0
    wait()
  }
  return {
    wait,
    received: (count) => {
      clearTimeout(timer)
      waitedMs += performance.now() - startedAt
      receivedBytes += count
    },
    stop: () => clearTimeout(timer),
  }
}
