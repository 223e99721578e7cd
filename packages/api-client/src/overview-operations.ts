import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** What needs attention, what can be updated, what changed last, and what profiles there are. */
export const getHome = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/home', { signal })

/** Profiles, packs, macros and people whose name holds a text, as far as the roles in the scope let one list them. */
export const search = (connection: Connection, q: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/search', { query: { q }, signal })
