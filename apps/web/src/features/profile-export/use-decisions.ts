import type { ApiError } from '@waybill/api-client'
import { useCallback, useState } from 'react'
import {
  markedText,
  type MarkPlace,
  type SecretVerdict,
  useSecretMarks,
} from '../../shared/secrets/use-secret-marks.ts'

/** What was decided last, or why it could not be. */
export type DecisionNotice = { kind: 'done'; text: string; undo: Decision } | { kind: 'refused'; error: ApiError }

export interface Decision {
  place: MarkPlace
  /** As the place is called on the screen. */
  name: string
  verdict: SecretVerdict
  /** What was said of it before. */
  before: SecretVerdict
}

/** Marks that are kept with the profile, each with a way back; `onChanged` once the findings may be others. */
export function useDecisions(uid: string, onChanged: () => void) {
  const putMark = useSecretMarks(uid)
  const [notice, setNotice] = useState<DecisionNotice | null>(null)
  const decide = useCallback(
    async ({ place, name, verdict, before }: Decision): Promise<void> => {
      const error = await putMark(place, verdict)
      const undo = { place, name, verdict: before, before: verdict }
      setNotice(error ? { kind: 'refused', error } : { kind: 'done', text: markedText(name, verdict), undo })
      if (!error) onChanged()
    },
    [putMark, onChanged],
  )
  return { notice, decide }
}
