import type { Aborter } from './sync-abort.ts'

/** Progress is written, and a request to cancel is seen, about this often. */
const HEARTBEAT_MS = 300

interface Heartbeat {
  /** Undefined when the run belongs to somebody else by now, or is gone with its registry. */
  write: () => Promise<{ isCancelRequested: boolean } | undefined>
  aborter: Aborter
  report: (error: unknown) => void
}

/** @returns what ends it, once no heartbeat is on its way. */
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
    // One that does not get through is made up for by the next; who misses too many loses the run.
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
