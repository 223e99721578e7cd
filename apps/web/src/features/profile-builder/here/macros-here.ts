import { api } from '@waybill/api-client'
import type { MacroBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'

const asked = new WeakMap<object, Promise<readonly MacroBody[] | null>>()

/** The macros that texts can name here, asked for once a builder; null for who may not see them, and where asking failed. */
export function macrosHere(builder: object, scope: Scope): Promise<readonly MacroBody[] | null> {
  if (!can(scope, 'macro.list')) return Promise.resolve(null)
  const known = asked.get(builder)
  if (known) return known
  const asking = api.macros.listResolved(connectionOf(scope)).then((result) => {
    if (result.ok) return result.value.macros
    // What failed once may be there the next time.
    asked.delete(builder)
    return null
  })
  asked.set(builder, asking)
  return asking
}
