import type { Connection } from '@waybill/api-client'
import type { Scope } from '../session/scope.ts'
import { pageUserHeaders, renewSession } from '../session/session-renewal.ts'

/** Who nobody knows yet, or who is about to sign in or out. */
export const ANONYMOUS: Connection = { baseUrl: '' }

/** Requests of the console in the tenant. The session cookie says who; where it has ended, the request waits for a new one. */
export const TENANT: Connection = {
  baseUrl: '',
  renewSession,
  get headers() {
    return pageUserHeaders()
  },
}

/** Requests of the console in a scope; the header says where. */
export function connectionOf(scope: Pick<Scope, 'kind' | 'uid'>): Connection {
  return scope.kind === 'project' ? { ...TENANT, projectUid: scope.uid } : TENANT
}
