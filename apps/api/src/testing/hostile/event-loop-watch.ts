import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface EventLoopFigures {
  /** The longest delay of the event loop, as other requests see it; grows with other load on the machine. */
  delayMs: number
  /** The longest time that this thread ran without yielding; independent of other load on the machine. */
  busyMs: number
}

/** Watches the event loop until the returned function is called. */
export function watchEventLoop(): () => EventLoopFigures {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  let busyMs = 0
  let isWatching = true
  let before = threadMs()
  const look = () => {
    const now = threadMs()
    busyMs = Math.max(busyMs, now - before)
    before = now
    if (isWatching) setImmediate(look)
  }
  setImmediate(look)
  return () => {
    isWatching = false
    delay.disable()
    return { delayMs: Math.round(delay.max / 1e6), busyMs: Math.round(busyMs) }
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
