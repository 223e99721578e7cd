/**
 * Lets `places` callers in at a time, in order of arrival. `enter` resolves to the function that leaves; calling it
 * twice is safe.
 */
export function createParallelGate(places: number): (signal?: AbortSignal) => Promise<() => void> {
  const waiting = new Set<() => void>()
  let free = places
  const leave = () => {
    free += 1
    const [next] = waiting
    next?.()
  }
  return (signal) =>
    new Promise((resolve, reject) => {
      const enter = () => {
        waiting.delete(enter)
        signal?.removeEventListener('abort', giveUp)
        free -= 1
        resolve(once(leave))
      }
      const giveUp = () => {
        waiting.delete(enter)
        reject(signal?.reason)
      }
      if (signal?.aborted) return giveUp()
      if (free > 0) return enter()
      waiting.add(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}
