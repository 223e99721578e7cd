import type { Aborter } from './sync-abort.ts'

/** How often progress is written, and a request to cancel is noticed. */
const HEARTBEAT_MS = 300

interface Heartbeat {
  /** Undefined if another worker has the run now, or it is gone with its registry. */
  write: () => Promise<{ isCancelRequested: boolean } | undefined>
  aborter: Aborter
  report: (error: unknown) => void
}

/** @returns stops it, after the heartbeat under way */
export function startHeartbeat({ write, aborter, report }: Heartbeat): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let isOver = false
  const beat = async () => {
    const answer = await write()
    if (!answer) aborter.abort('lost')
    else if (answer.isCancelRequested) aborter.abort('cancelled')
  }
  const next = () => {
    // A failed heartbeat is made up for by the next one; a worker that misses too many loses the run.
    writing = beat().catch(report)
    void writing.then(() => {
      if (!isOver) timer = setTimeout(next, HEARTBEAT_MS)
    })
  }
  next()
  return () => {
    isOver = true
    clearTimeout(timer)
    return writing
  }
}
