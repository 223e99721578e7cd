import type { Connection } from '@waybill/api-client'
import { useScope } from '../session/scope-context.ts'
import { connectionOf } from './connection.ts'

/** The connection for requests in the scope of the component. */
export const useConnection = (): Connection => connectionOf(useScope())
