import type { Connection } from '@waybill/api-client'
import { createContext, useContext } from 'react'
import type { MacroChoice } from '../state/import-decisions.ts'
import type { Scope } from '../../../shared/session/scope.ts'

/** What every step knows about the scope and the user's permissions there. */
export interface Wizard {
  connection: Connection
  scope: Scope
  /** Scopes in which the user may create a macro, the narrower first. */
  macroScopes: readonly MacroChoice['scope'][]
  canPublish: boolean
  /** Whether the user may sync the tenant's registries, and add one. */
  canSync: boolean
  canAddRegistry: boolean
}

export const WizardContext = createContext<Wizard | null>(null)

export function useWizard(): Wizard {
  const context = useContext(WizardContext)
  if (context === null) throw new Error('A step is used outside the wizard')
  return context
}
