import { useEffect, useState } from 'react'
import { checkValuesApart } from './check-values.ts'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'
import { TYPING_PAUSE_MS } from '../../typing-pause.ts'

/** Holds a text to YAML and to the schema of its pack while it changes. */
export function useValuesCheck({ text, schema, defaults }: Omit<ValuesToCheck, 'limits'>): readonly ValuesProblem[] {
  const [problems, setProblems] = useState<readonly ValuesProblem[]>([])
  useEffect(() => {
    const stopped = new AbortController()
    const check = async () => {
      const found = await checkValuesApart({ text, schema, defaults }, stopped.signal)
      if (!stopped.signal.aborted) setProblems(found)
    }
    const timer = setTimeout(() => void check(), TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [text, schema, defaults])
  return problems
}
