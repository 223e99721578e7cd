import type { ListedProfile } from './selection.ts'

export interface Failure {
  profile: ListedProfile
  reason: string
}

interface Run {
  /** Undefined if it succeeded, else why not. */
  work: (profile: ListedProfile) => Promise<string | undefined>
  onProgress: (done: number) => void
  /** Stops before the next profile. */
  signal: AbortSignal
}

/**
 * Runs an action on one profile after the other, whatever the results; profiles not started before a stop are in
 * neither list.
 */
export async function runEach(profiles: readonly ListedProfile[], { work, onProgress, signal }: Run) {
  const done: ListedProfile[] = []
  const failures: Failure[] = []
  for (const profile of profiles) {
    if (signal.aborted) break
    const reason = await work(profile)
    if (reason === undefined) done.push(profile)
    else failures.push({ profile, reason })
    onProgress(done.length + failures.length)
  }
  return { done, failures }
}
