let factor = 1

/** Once and before anything waits: TIME_LIMITS, for machines that are slower than usual. */
export function installTimeLimits(times: number): void {
  factor = times
}

/** How long something inside may take that a machine, not a client, makes slow. */
export const timeLimit = (usualMs: number): number => usualMs * factor
