import type { CheckOutcome } from './pack-source.ts'
import { SourceError, type SourceFault } from './source-error.ts'

const OUTCOMES: Readonly<Record<Exclude<SourceFault, 'cancelled'>, CheckOutcome>> = {
  'forbidden-url': 'unreachable',
  unreachable: 'unreachable',
  timeout: 'unreachable',
  unauthorised: 'unauthorised',
  'not-a-registry': 'not-a-registry',
  'bad-response': 'not-a-registry',
  'too-large': 'not-a-registry',
}

/** The result of "Test connection" for an error. Rethrows `cancelled` and anything that is not a SourceError. */
export function outcomeOf(error: unknown): CheckOutcome {
  if (!(error instanceof SourceError) || error.fault === 'cancelled') throw error
  return OUTCOMES[error.fault]
}
