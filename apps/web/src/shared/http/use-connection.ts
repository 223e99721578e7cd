import type { Connection } from '@waybill/api-client'
import { useScope } from '../session/scope-context.ts'
import { connectionOf } from './connection.ts'

/** Requests of a component in the scope that it is drawn in. */
export const useConnection = (): Connection => connectionOf(useScope())
