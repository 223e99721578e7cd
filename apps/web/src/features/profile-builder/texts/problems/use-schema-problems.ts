import { useEffect, useState } from 'react'
import { awaitAnswer, CHECK_PAUSE_MS } from '../../../../shared/http/use-answer.ts'
import { useScope } from '../../../../shared/session/scope-context.ts'
import { checkValuesApart } from '../../../../shared/ui/yaml/values-check/check-values.ts'
import { packHere } from '../../here/packs-here.ts'
import { useBuilder, useBuilderStore } from '../../state/builder-store.ts'
import type { PlacedProblem } from './placed-problem.ts'
import { checkedLayers, type CheckedLayer, schemaProblems } from './schema-problems.ts'

/** Schema violations in the values of each changed layer, checked while typing. */
export function useSchemaProblems(): readonly PlacedProblem[] {
  const scope = useScope()
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const builder = useBuilderStore()
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([])
  useEffect(() => {
    const checkLayer = async (layer: CheckedLayer, signal: AbortSignal) => {
      const pack = await packHere(builder, scope, layer.packUid)
      if (signal.aborted || pack === undefined || pack.schemaText === '') return []
      const rules = { schema: pack.schemaText, defaults: pack.values }
      const [before = [], now = []] = await Promise.all(
        [layer.before, layer.text].map((text) => checkValuesApart({ text, ...rules }, signal)),
      )
      return schemaProblems(layer, { before, now })
    }
    const check = (signal: AbortSignal) =>
      Promise.all(checkedLayers({ base, texts }).map((layer) => checkLayer(layer, signal)))
    return awaitAnswer(check, (found) => setProblems(found.flat()), CHECK_PAUSE_MS)
  }, [scope, builder, base, texts])
  return problems
}
