import { SourceError } from '@waybill/pack-sources'

const OURS = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])

/**
 * What went wrong after the connection stood. Neither message nor cause is kept: errors of the parser hold the peer's bytes. What
 * we did not do ourselves is the peer's doing: broken off, no HTTP, headers without end.
 */
export function exchangeFault(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const isOurs = error instanceof Error && 'code' in error && OURS.has(String(error.code))
  return new SourceError(isOurs ? 'cancelled' : 'bad-response')
}
