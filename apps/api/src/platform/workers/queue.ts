import { AppError } from '../errors/app-error.ts'

export interface QueueOptions {
  /** How many may be inside at once. */
  places: number
  /** The total weight allowed inside; anything heavier goes in alone. */
  room?: number
  maxWaiting: number
  longestWaitMs: number
}

export interface Queue {
  /**
   * Waits for a place, first come, first served.
   * @returns gives the place back
   * @throws AppError Unavailable if too many wait, or this one has waited too long: with its position, and the seconds
   * until its turn
   */
  enter: (weight?: number) => Promise<() => void>
}

/** The weight of the latest sample in the moving average of how long places are held. */
const WEIGHT_OF_LAST = 0.2
const FIRST_GUESS_MS = 1_000

interface Waiting {
  weight: number
  call: () => void
}

export function createQueue({ places, room = Infinity, maxWaiting, longestWaitMs }: QueueOptions): Queue {
  let inside = 0
  let weightInside = 0
  let usualMs = FIRST_GUESS_MS
  let called = 0
  const waiting = new Set<Waiting>()
  const fits = (weight: number) => inside === 0 || (inside < places && weightInside + weight <= room)
  const refusal = (position: number) =>
    new AppError('Unavailable', {
      params: { position },
      retryAfterSeconds: Math.ceil((position * usualMs) / places / 1_000),
    })
  const wait = (weight: number) =>
    new Promise<() => void>((resolve, reject) => {
      const [position, calledBefore] = [waiting.size + 1, called]
      const next: Waiting = {
        weight,
        call() {
          clearTimeout(timer)
          waiting.delete(next)
          called += 1
          resolve(take(weight))
        },
      }
      const giveUp = () => {
        waiting.delete(next)
        // Those who gave up earlier may come back earlier: when many give up together, each gets a position of its own.
        reject(refusal(Math.max(position - (called - calledBefore), 1)))
        callNext()
      }
      const timer = setTimeout(giveUp, longestWaitMs)
      waiting.add(next)
    })
  const callNext = () => {
    for (const { weight, call } of waiting) {
      if (!fits(weight)) return
      call()
    }
  }
  /** Takes effect once, however often it is called. */
  const take = (weight: number) => {
    inside += 1
    weightInside += weight
    const since = performance.now()
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      usualMs += WEIGHT_OF_LAST * (performance.now() - since - usualMs)
      inside -= 1
      weightInside -= weight
      callNext()
    }
  }
  return {
    async enter(weight = 0) {
      if (waiting.size === 0 && fits(weight)) return take(weight)
      if (waiting.size >= maxWaiting) throw refusal(waiting.size + 1)
      return wait(weight)
    },
  }
}
