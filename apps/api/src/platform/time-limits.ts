let factor = 1

/** Called once, before anything waits. TIME_LIMITS is for machines that are slower than usual. */
export function installTimeLimits(times: number): void {
  factor = times
}

/** A limit for internal work, which is slow because of the machine and not because of a client. */
export const timeLimit = (usualMs: number): number => usualMs * factor
