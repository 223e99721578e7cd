import { getPack } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { useEffect, useRef, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { checkValuesApart } from '../../../shared/ui/yaml/values-check/check-values.ts'
import { useBuilder } from '../state/builder-store.ts'
import type { PlacedProblem } from './placed-problem.ts'
import { checkedLayers, type CheckedLayer, schemaProblems } from './schema-problems.ts'

const TYPING_PAUSE_MS = 250

/** What the schema of its pack has against the values of each layer that was changed, found while they are typed. */
export function useSchemaProblems(): readonly PlacedProblem[] {
  const scope = useScope()
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const packs = useRef(new Map<string, ConsolePackBody>())
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([])
  useEffect(() => {
    const stopped = new AbortController()
    const { signal } = stopped
    const packOf = async (uid: string) => {
      const known = packs.current.get(uid)
      if (known) return known
      const result = await getPack(connectionOf(scope), uid, signal)
      if (result.ok) packs.current.set(uid, result.value)
      return result.ok ? result.value : undefined
    }
    const checkLayer = async (layer: CheckedLayer) => {
      const pack = await packOf(layer.packUid)
      if (signal.aborted || pack === undefined || pack.schemaText === '') return []
      const rules = { schema: pack.schemaText, defaults: pack.values }
      const [before = [], now = []] = await Promise.all(
        [layer.before, layer.text].map((text) => checkValuesApart({ text, ...rules }, signal)),
      )
      return schemaProblems(layer, { before, now })
    }
    const check = async () => {
      const found = await Promise.all(checkedLayers({ base, texts }).map(checkLayer))
      if (!signal.aborted) setProblems(found.flat())
    }
    const timer = setTimeout(() => void check(), TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [scope, base, texts])
  return problems
}
