/** What one request may take. */
export interface OutboundLimits {
  /** Until the headers of the last answer stand, in milliseconds. */
  firstByteMs: number
  /** From the first byte sent to the last received, where the request names none. */
  totalMs: number
  /** Of a body, where the request names none. */
  bodyBytes: number
  headerBytes: number
  redirects: number
  /** Open at the same time; more wait for their turn, and their time does not run while they wait. */
  parallel: number
  /** A body that brings less than `bytes` while it was waited for `windowMs` is given up: long downloads have a long total. */
  stall: { windowMs: number; bytes: number }
}

export const OUTBOUND_LIMITS: OutboundLimits = {
  firstByteMs: 5_000,
  totalMs: 10_000,
  bodyBytes: 20 * 1024 * 1024,
  headerBytes: 64 * 1024,
  redirects: 3,
  parallel: 8,
  stall: { windowMs: 10_000, bytes: 64 * 1024 },
}
