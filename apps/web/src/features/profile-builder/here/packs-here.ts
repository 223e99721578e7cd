import { api } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { can, type Scope } from '../../../shared/session/scope.ts'

type Asked = Promise<ConsolePackBody | undefined>

const asked = new WeakMap<object, Map<string, Asked>>()

/** A pack version, requested once per builder; undefined if the user may not see it or the request failed. */
export function packHere(builder: object, scope: Scope, uid: string): Asked {
  if (uid === '' || !can(scope, 'packRegistry.get')) return Promise.resolve(undefined)
  const packs = asked.get(builder) ?? new Map<string, Asked>()
  asked.set(builder, packs)
  const known = packs.get(uid)
  if (known) return known
  const asking = api.consolePacks.get(connectionOf(scope), { params: { uid } }).then((result) => {
    if (result.ok) return result.value
    // A failed request is repeated next time.
    packs.delete(uid)
    return undefined
  })
  packs.set(uid, asking)
  return asking
}
