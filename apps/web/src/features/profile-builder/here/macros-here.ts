import { api } from '@waybill/api-client'
import type { MacroBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'

const asked = new WeakMap<object, Promise<readonly MacroBody[] | null>>()

/**
 * The macros that texts can use here, requested once per builder; null if the user may not see them or the request
 * failed.
 */
export function macrosHere(builder: object, scope: Scope): Promise<readonly MacroBody[] | null> {
  if (!can(scope, 'macro.list')) return Promise.resolve(null)
  const known = asked.get(builder)
  if (known) return known
  const asking = api.macros.listResolved(connectionOf(scope)).then((result) => {
    if (result.ok) return result.value.macros
    // A failed request is repeated next time.
    asked.delete(builder)
    return null
  })
  asked.set(builder, asking)
  return asking
}
