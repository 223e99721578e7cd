import { timeLimit } from '../time-limits.ts'

/** What one request may take. */
export interface OutboundLimits {
  /** Until the headers of the last response have arrived, in milliseconds. */
  firstByteMs: number
  /** From the first byte sent to the last received, unless the request sets its own. */
  totalMs: number
  /** Of a body, unless the request sets its own. */
  bodyBytes: number
  headerBytes: number
  redirects: number
  /** Requests at a time; others wait for their turn, and their time does not run while they wait. */
  parallel: number
  /**
   * A download is given up if fewer than `bytes` arrive while it is waited on for `windowMs`: `totalMs` is long for
   * large downloads.
   */
  stall: { windowMs: number; bytes: number }
}

export const outboundLimits = (): OutboundLimits => ({
  firstByteMs: timeLimit(5_000),
  totalMs: timeLimit(10_000),
  bodyBytes: 20 * 1024 * 1024,
  headerBytes: 64 * 1024,
  redirects: 3,
  parallel: 8,
  stall: { windowMs: timeLimit(10_000), bytes: 64 * 1024 },
})
