import { api, type Connection } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'
import { undefinedMacros } from '../undefined-macros.ts'

/** What is cloned. */
export interface CloneSource {
  name: string
  version: string
  /** Macros that its texts name. */
  macros: readonly string[]
}

interface CloneTarget {
  name: string
  /** Macros that the clone would name and nothing defines there; none for who may not see them. */
  missing: readonly string[]
}

/** What a clone is to be called in a scope, and what it would miss there; the name of its source until that is known. */
export function useCloneTarget(scope: Scope | undefined, source: CloneSource): CloneTarget {
  const { name, version, macros } = source
  const named = macros.join('\n')
  const [found, setFound] = useState<CloneTarget>({ name, missing: [] })
  useEffect(() => {
    if (scope === undefined) return
    const stale = new AbortController()
    const ask = async () => {
      const [free, missing] = await Promise.all([
        freeName(connectionOf(scope), { name, version, signal: stale.signal }),
        missingIn(scope, named === '' ? [] : named.split('\n'), stale.signal),
      ])
      if (!stale.signal.aborted) setFound({ name: free, missing })
    }
    void ask()
    return () => stale.abort()
  }, [scope, name, version, named])
  return found
}

const COPIES = 9

/** The name itself as long as it is free, else the first copy that is. */
async function freeName(
  connection: Connection,
  { name, version, signal }: { name: string; version: string; signal: AbortSignal },
): Promise<string> {
  const copies = Array.from({ length: COPIES }, (_none, index) => `${name}-copy${index === 0 ? '' : `-${index + 1}`}`)
  for (const candidate of [name, ...copies]) {
    const asked = await api.profiles.validateName(connection, { query: { name: candidate, version }, signal })
    const isTaken = !asked.ok && asked.error.kind === 'refusal' && asked.error.status === 409
    if (!isTaken) return candidate
  }
  return name
}

async function missingIn(scope: Scope, names: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  if (names.length === 0 || !can(scope, 'macro.list')) return []
  const defined = await api.macros.listResolved(connectionOf(scope), { signal })
  return defined.ok ? undefinedMacros(names, defined.value.macros) : []
}
