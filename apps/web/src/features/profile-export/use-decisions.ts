import type { ApiError } from '@waybill/api-client'
import { useCallback, useState } from 'react'
import {
  markedText,
  type MarkPlace,
  type SecretVerdict,
  useSecretMarks,
} from '../../shared/secrets/use-secret-marks.ts'

/** The last decision, or why it failed. */
export type DecisionNotice = { kind: 'done'; text: string; undo: Decision } | { kind: 'refused'; error: ApiError }

export interface Decision {
  place: MarkPlace
  /** The displayed name of the place. */
  name: string
  verdict: SecretVerdict
  /** The previous verdict. */
  before: SecretVerdict
}

/** Marks stored with the profile, each with Undo; `onChanged` is called when findings may have changed. */
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
