import type { Connection } from '@waybill/api-client'
import type { LoaderFunctionArgs } from 'react-router'
import { can, type Scope } from '../session/scope.ts'
import { scopeContext } from '../session/scope-context.ts'
import { connectionOf } from './connection.ts'
import { PermissionMissing } from './expect-value.ts'

/**
 * For loaders: the scope that a page stands in, and requests in it.
 * @throws {PermissionMissing} when its roles do not hold the permission that the page needs
 */
export function enterPage(
  context: LoaderFunctionArgs['context'],
  permission: string,
): { scope: Scope; connection: Connection } {
  const scope = context.get(scopeContext)
  if (!can(scope, permission)) throw new PermissionMissing(permission)
  return { scope, connection: connectionOf(scope) }
}
