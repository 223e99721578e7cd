import { createContext, useContext } from 'react'
import { createContext as createRouterContext } from 'react-router'
import type { Scope } from './scope.ts'

/** For loaders and actions: `context.get(scopeContext)`, set by the scope's middleware before they run. */
export const scopeContext = createRouterContext<Scope>()

/** For components; provided by the frame. */
export const ScopeProvider = createContext<Scope | null>(null)

export function useScope(): Scope {
  const scope = useContext(ScopeProvider)
  if (scope === null) throw new Error('useScope is used outside the frame')
  return scope
}
