import { api } from '@waybill/api-client'
import type { Scope } from '../../shared/session/scope.ts'

/** The API operations for the scope's own macros. */
export const ownMacros = ({ kind }: Scope) => api[`${kind}Macros`]
