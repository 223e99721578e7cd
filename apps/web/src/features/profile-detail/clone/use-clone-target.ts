import { api } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'
import { undefinedMacros } from '../undefined-macros.ts'

/** The profile to clone. */
export interface CloneSource {
  name: string
  version: string
  /** Macros that its texts use. */
  macros: readonly string[]
}

interface CloneTarget {
  name: string
  /** Macros that the clone would use and that are undefined there; empty for users who may not see macros. */
  missing: readonly string[]
}

/** The proposed name of a clone in a scope, and what it would lack there; null until known. */
export function useCloneTarget(scope: Scope | undefined, source: CloneSource): CloneTarget | null {
  const { name, version, macros } = source
  const named = macros.join('\n')
  const [found, setFound] = useState<(CloneTarget & { scope: Scope }) | null>(null)
  useEffect(() => {
    if (scope === undefined) return
    const ask = async (signal: AbortSignal) => {
      const [free, missing] = await Promise.all([
        freeName(scope, { name, version, signal }),
        missingIn(scope, named === '' ? [] : named.split('\n'), signal),
      ])
      return { scope, name: free, missing }
    }
    return awaitAnswer(ask, setFound)
  }, [scope, name, version, named])
  return found?.scope === scope ? found : null
}

/**
 * The name itself if it is free, else the first copy's name that is. Looked up in the list instead of trying each name:
 * the browser logs every refused request as an error.
 */
async function freeName(
  scope: Scope,
  { name, version, signal }: { name: string; version: string; signal: AbortSignal },
): Promise<string> {
  const namesWith = async (profileName: { eq: string } | { beginsWith: string }) => {
    const filter = { profileName: { ...profileName, ignoreCase: false }, version: { eq: version }, scope: scope.kind }
    const listed = await api.profiles.search(connectionOf(scope), { query: { limit: 50 }, body: { filter }, signal })
    return listed.ok ? listed.value.items.map(({ metadata }) => metadata.name) : []
  }
  if ((await namesWith({ eq: name })).length === 0) return name
  const copy = `${name}-copy`
  const taken = new Set(await namesWith({ beginsWith: copy }))
  let free = copy
  for (let number = 2; taken.has(free); number += 1) free = `${copy}-${number}`
  return free
}

async function missingIn(scope: Scope, names: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  if (names.length === 0 || !can(scope, 'macro.list')) return []
  const defined = await api.macros.listResolved(connectionOf(scope), { signal })
  return defined.ok ? undefinedMacros(names, defined.value.macros) : []
}
