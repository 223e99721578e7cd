import { AppError } from '../http/errors/app-error.ts'

export interface QueueOptions {
  /** How many may be inside at once. */
  places: number
  maxWaiting: number
  longestWaitMs: number
}

export interface Queue {
  /**
   * Waits for a place, first come, first served.
   *
   * @returns what gives the place back.
   * @throws AppError Unavailable when too many wait, or this one has waited for too long.
   */
  enter: () => Promise<() => void>
}

export function createQueue({ places, maxWaiting, longestWaitMs }: QueueOptions): Queue {
  let free = places
  const waiting = new Set<() => void>()
  const leave = () => {
    const [next] = waiting
    if (next) next()
    else free += 1
  }
  const wait = () =>
    new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        waiting.delete(called)
        clearTimeout(timer)
        settle()
      }
      const called = () => end(resolve)
      const timer = setTimeout(() => end(() => reject(new AppError('Unavailable'))), longestWaitMs)
      waiting.add(called)
    })
  return {
    async enter() {
      if (free > 0) free -= 1
      else if (waiting.size >= maxWaiting) throw new AppError('Unavailable')
      else await wait()
      return leave
    },
  }
}
