/** Why a registry could not be read. Closed, so that no word of a peer's answer ever reaches a log, an error or a screen. */
export const SOURCE_FAULTS = [
  'forbidden-url', // an address that Waybill must not call
  'unreachable', // no connection, no such host, a certificate that is not trusted
  'unauthorised', // 401 or 403
  'not-a-registry', // something answers that is no registry of this kind
  'bad-response', // broken off, malformed, a digest that does not match, an endless redirect
  'too-large',
  'timeout',
  'cancelled',
] as const
export type SourceFault = (typeof SOURCE_FAULTS)[number]

/** A registry as a whole could not be read; what is wrong with one pack is data (`SourceEvent` of kind `failed`). */
export class SourceError extends Error {
  readonly fault: SourceFault

  constructor(fault: SourceFault, options?: { cause?: unknown }) {
    super(fault, options)
    this.name = 'SourceError'
    this.fault = fault
  }
}
