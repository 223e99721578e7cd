import type { Connection } from '@waybill/api-client'
import type { Scope } from '../session/scope.ts'
import { pageUserHeaders, renewSession } from '../session/page-session.ts'

/** For users not known yet, or about to sign in or out. */
export const ANONYMOUS: Connection = { baseUrl: '' }

/**
 * The console's requests in the tenant. The session cookie identifies the user; once it has expired, requests wait for
 * a new session.
 */
export const TENANT: Connection = {
  baseUrl: '',
  renewSession,
  get headers() {
    return pageUserHeaders()
  },
}

/** The console's requests in a scope, which is sent as a header. */
export function connectionOf(scope: Pick<Scope, 'kind' | 'uid'>): Connection {
  return scope.kind === 'project' ? { ...TENANT, projectUid: scope.uid } : TENANT
}
