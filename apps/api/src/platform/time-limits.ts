let factor = 1

/** Called once, before anything waits. TIME_LIMITS is for machines that are slower than usual. */
export function installTimeLimits(times: number): void {
  factor = times
}

/** A limit for work of this machine, which may be slow because of it: the server's own, and reading what others answer. */
export const timeLimit = (usualMs: number): number => usualMs * factor
