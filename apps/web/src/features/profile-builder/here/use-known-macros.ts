import { listResolvedMacros } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useBuilder } from '../state/builder-store.ts'

/** The macros that texts can name here, asked for once a text names one; null until then, and to who may not see them. */
export function useKnownMacros(): ReadonlySet<string> | null {
  const scope = useScope()
  const namesMacros = useBuilder(({ texts }) => Object.values(texts).some((text) => text.includes('.spectro.macro.')))
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!namesMacros || !can(scope, 'macro.list')) return
    const stopped = new AbortController()
    const ask = async () => {
      const result = await listResolvedMacros(connectionOf(scope), stopped.signal)
      if (result.ok && !stopped.signal.aborted) setKnown(new Set(result.value.macros.map(({ name }) => name)))
    }
    void ask()
    return () => stopped.abort()
  }, [scope, namesMacros])
  return known
}
