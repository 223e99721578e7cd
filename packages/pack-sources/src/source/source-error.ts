/**
 * Why a registry could not be read. A closed list, so that nothing of a server's response reaches a log, an error or a
 * screen.
 */
export const SOURCE_FAULTS = [
  'forbidden-url', // an address that Waybill must not call
  'unreachable', // no connection, unknown host, or an untrusted certificate
  'unauthorised', // 401 or 403
  'not-a-registry', // the server that answers is not a registry of this kind
  'bad-response', // cut off, malformed, a digest mismatch or endless redirects
  'too-large',
  'timeout',
  'cancelled',
] as const
export type SourceFault = (typeof SOURCE_FAULTS)[number]

/**
 * Thrown when a registry as a whole cannot be read; faults of single packs are data (`SourceEvent` of kind `failed`).
 */
export class SourceError extends Error {
  readonly fault: SourceFault

  constructor(fault: SourceFault, options?: { cause?: unknown }) {
    super(fault, options)
    this.name = 'SourceError'
    this.fault = fault
  }
}
