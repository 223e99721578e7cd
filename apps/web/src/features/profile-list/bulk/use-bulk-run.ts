import { useRef, useState } from 'react'
import { type Failure, runEach } from './run-each.ts'
import type { ListedProfile } from './selection.ts'

type BulkState =
  { phase: 'asking' } | { phase: 'running'; done: number } | { phase: 'done'; failures: readonly Failure[] }

export interface BulkRun {
  state: BulkState
  /** Returns the profiles that succeeded; failures stay on the screen. */
  start: (
    profiles: readonly ListedProfile[],
    work: (profile: ListedProfile) => Promise<string | undefined>,
  ) => Promise<{ done: readonly ListedProfile[]; hasFailures: boolean }>
  /** Stops before the next profile. */
  stop: () => void
}

export function useBulkRun(): BulkRun {
  const [state, setState] = useState<BulkState>({ phase: 'asking' })
  const stopping = useRef(new AbortController())
  return {
    state,
    start: async (profiles, work) => {
      setState({ phase: 'running', done: 0 })
      const { done, failures } = await runEach(profiles, {
        work,
        onProgress: (count) => setState({ phase: 'running', done: count }),
        signal: stopping.current.signal,
      })
      setState({ phase: 'done', failures })
      return { done, hasFailures: failures.length > 0 }
    },
    stop: () => stopping.current.abort(),
  }
}
