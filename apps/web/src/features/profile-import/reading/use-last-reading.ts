import { useState } from 'react'
import type { Reading } from '../state/import-stage.ts'

export type FinishedReading = Exclude<Reading, { state: 'reading' }>

/** The last finished reading. It stays while the text is read again, so that nothing flickers during typing. */
export function useLastReading(reading: Reading): FinishedReading | null {
  const [last, setLast] = useState<FinishedReading | null>(null)
  if (reading.state !== 'reading' && reading !== last) setLast(reading)
  return reading.state === 'reading' ? last : reading
}
