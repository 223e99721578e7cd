import { useEffect, useState } from 'react'
import { awaitAnswer, CHECK_PAUSE_MS } from '../../../http/use-answer.ts'
import { checkValuesApart } from './check-values.ts'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

/** Checks a text's YAML and its pack's schema while it changes. */
export function useValuesCheck({ text, schema, defaults }: Omit<ValuesToCheck, 'limits'>): readonly ValuesProblem[] {
  const [problems, setProblems] = useState<readonly ValuesProblem[]>([])
  useEffect(() => {
    const check = (signal: AbortSignal) => checkValuesApart({ text, schema, defaults }, signal)
    return awaitAnswer(check, setProblems, CHECK_PAUSE_MS)
  }, [text, schema, defaults])
  return problems
}
