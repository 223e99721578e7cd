import type { Connection } from '@waybill/api-client'
import type { LoaderFunctionArgs } from 'react-router'
import { can, type Scope } from '../session/scope.ts'
import { scopeContext } from '../session/scope-context.ts'
import { connectionOf } from './connection.ts'
import { PermissionMissing } from './expect-value.ts'

/**
 * For loaders: the scope of a page, and a connection for requests in it.
 * @throws {PermissionMissing} if the user's roles lack the permission that the page needs
 */
export function enterPage(
  context: LoaderFunctionArgs['context'],
  permission: string,
): { scope: Scope; connection: Connection } {
  const scope = context.get(scopeContext)
  if (!can(scope, permission)) throw new PermissionMissing(permission)
  return { scope, connection: connectionOf(scope) }
}
