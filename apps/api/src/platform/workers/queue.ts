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
   * @throws AppError Unavailable when too many wait, or this one has waited for too long: with its position, and the seconds
   * until who stands there has their turn.
   */
  enter: () => Promise<() => void>
}

/** Of what was held before, the last one counts this much. */
const WEIGHT_OF_LAST = 0.2
const FIRST_GUESS_MS = 1_000

export function createQueue({ places, maxWaiting, longestWaitMs }: QueueOptions): Queue {
  let free = places
  let usualMs = FIRST_GUESS_MS
  const waiting = new Set<() => void>()
  const refusal = (position: number) =>
    new AppError('Unavailable', {
      params: { position },
      retryAfterSeconds: Math.ceil((position * usualMs) / places / 1_000),
    })
  const wait = () =>
    new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        waiting.delete(called)
        clearTimeout(timer)
        settle()
      }
      const called = () => end(resolve)
      const giveUp = () => {
        const position = [...waiting].indexOf(called) + 1
        end(() => reject(refusal(position)))
      }
      const timer = setTimeout(giveUp, longestWaitMs)
      waiting.add(called)
    })
  /** Once, however often it is called. */
  const placeTaken = () => {
    const since = performance.now()
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      usualMs += WEIGHT_OF_LAST * (performance.now() - since - usualMs)
      const [next] = waiting
      if (next) next()
      else free += 1
    }
  }
  return {
    async enter() {
      if (free > 0) free -= 1
      else if (waiting.size >= maxWaiting) throw refusal(waiting.size + 1)
      else await wait()
      return placeTaken()
    },
  }
}
