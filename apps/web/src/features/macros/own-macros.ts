import { api } from '@waybill/api-client'
import type { Scope } from '../../shared/session/scope.ts'

/** What changes the macros of a scope itself. */
export const ownMacros = ({ kind }: Scope) => api[`${kind}Macros`]
