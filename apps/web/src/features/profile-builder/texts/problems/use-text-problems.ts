import { useEffect, useMemo, useState } from 'react'
import { awaitAnswer, CHECK_PAUSE_MS } from '../../../../shared/http/use-answer.ts'
import { useBuilder } from '../../state/builder-store.ts'
import { inOrder, type PlacedProblem } from './placed-problem.ts'
import { useKnownMacros } from '../../here/use-known-macros.ts'
import { useSchemaProblems } from './use-schema-problems.ts'

/** Problems in all changes, checked while typing. */
export function useTextProblems(): readonly PlacedProblem[] {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const macros = useKnownMacros()
  const ofSchemas = useSchemaProblems()
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([])
  useEffect(() => {
    return awaitAnswer(
      () => import('./placed-problems.ts'),
      ({ placedProblems }) => setProblems(placedProblems({ base, texts }, macros)),
      CHECK_PAUSE_MS,
    )
  }, [base, texts, macros])
  return useMemo(() => inOrder([...problems, ...ofSchemas]), [problems, ofSchemas])
}
