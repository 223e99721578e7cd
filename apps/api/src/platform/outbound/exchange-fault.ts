import { SourceError } from '@waybill/pack-sources'

const OURS = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])

/**
 * Maps an error after the connection was made. Neither message nor cause is kept: parser errors hold the peer's bytes.
 * Every error that is not ours is the peer's: a broken connection, no HTTP, endless headers.
 */
export function exchangeFault(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const isOurs = error instanceof Error && 'code' in error && OURS.has(String(error.code))
  return new SourceError(isOurs ? 'cancelled' : 'bad-response')
}
