import type { Connection } from '@waybill/api-client'
import type { Scope } from '../session/scope.ts'

/** Requests of the console in a scope. The session cookie says who; the header says where. */
export function connectionOf(scope: Scope): Connection {
  return scope.kind === 'project' ? { baseUrl: '', projectUid: scope.uid } : { baseUrl: '' }
}
