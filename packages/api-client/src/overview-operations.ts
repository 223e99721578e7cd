import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** What needs attention, what can be updated, what changed last, and what profiles there are. */
export const getHome = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/home', { signal })
