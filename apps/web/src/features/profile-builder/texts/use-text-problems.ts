import { useEffect, useMemo, useState } from 'react'
import { useBuilder } from '../state/builder-store.ts'
import { inOrder, type PlacedProblem } from './placed-problem.ts'
import { useKnownMacros } from '../here/use-known-macros.ts'
import { useSchemaProblems } from './use-schema-problems.ts'
import { TYPING_PAUSE_MS } from '../../../shared/ui/typing-pause.ts'

/** What stands against everything that was changed, found while it is typed. */
export function useTextProblems(): readonly PlacedProblem[] {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const macros = useKnownMacros()
  const ofSchemas = useSchemaProblems()
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([])
  useEffect(() => {
    let isWanted = true
    const check = async () => {
      const { placedProblems } = await import('./placed-problems.ts')
      if (isWanted) setProblems(placedProblems({ base, texts }, macros))
    }
    const timer = setTimeout(() => void check(), TYPING_PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [base, texts, macros])
  return useMemo(() => inOrder([...problems, ...ofSchemas]), [problems, ofSchemas])
}
