import { MASK } from '@waybill/layer-text'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../http/use-answer.ts'

const NONE: readonly string[] = []

/** The masked values of a text; the YAML parser is loaded only if there is a mask. */
export function useMaskedPaths(text: string): readonly string[] {
  const [paths, setPaths] = useState(NONE)
  useEffect(() => {
    if (!text.includes(MASK)) return
    return awaitAnswer(
      () => import('./masked-paths.ts'),
      ({ maskedPaths }) => setPaths(maskedPaths(text)),
    )
  }, [text])
  return text.includes(MASK) ? paths : NONE
}
