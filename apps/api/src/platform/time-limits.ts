let factor = 1

/** Called once, before anything waits. TIME_LIMITS is for machines that are slower than usual. */
export function installTimeLimits(times: number): void {
  factor = times
}

/**
 * A limit for work that is as slow as this machine: the server's own, and reading what others answer. A whole number,
 * since `AbortSignal.timeout` takes no other.
 */
export const timeLimit = (usualMs: number): number => Math.round(usualMs * factor)
