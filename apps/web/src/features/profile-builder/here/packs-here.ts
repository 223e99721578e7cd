import { api } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'

type Asked = Promise<ConsolePackBody | undefined>

const asked = new WeakMap<object, Map<string, Asked>>()

/** A pack version, asked for once a builder; undefined for who may not see it, and where asking failed. */
export function packHere(builder: object, scope: Scope, uid: string): Asked {
  if (uid === '' || !can(scope, 'packRegistry.get')) return Promise.resolve(undefined)
  const packs = asked.get(builder) ?? new Map<string, Asked>()
  asked.set(builder, packs)
  const known = packs.get(uid)
  if (known) return known
  const asking = api.consolePacks.get(connectionOf(scope), { params: { uid } }).then((result) => {
    if (result.ok) return result.value
    // What failed once may be there the next time.
    packs.delete(uid)
    return undefined
  })
  packs.set(uid, asking)
  return asking
}
