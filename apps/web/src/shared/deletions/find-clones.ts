import { api } from '@waybill/api-client'
import type { ProfileClonesBody } from '@waybill/api-contract'
import { connectionOf } from '../http/connection.ts'
import type { Scope } from '../session/scope.ts'
import { failureLine } from '../ui/messages/failure-text.ts'

/** More names would hide the question. */
const NAMED = 5

/** The clones of profiles, which remain when those are deleted. */
export async function findClones(scope: Scope, uids: readonly string[], signal: AbortSignal) {
  const query = { uids: uids.join(',') }
  const found = await api.profiles.listClones(connectionOf(scope), { query, signal })
  const clones = found.ok ? found.value.items : []
  return {
    refusal: found.ok ? null : `The clones could not be looked up. ${failureLine(found.error)}`,
    textOf: (uid: string) => clonesText(clones.find((each) => each.uid === uid)),
  }
}

/** `Clones of it stay: web-copy 1.0.0 (Default).` */
function clonesText(found: ProfileClonesBody['items'][number] | undefined): string {
  if (!found) return ''
  const named = found.clones
    .slice(0, NAMED)
    .map(({ name, version, project }) => `${name} ${version}${project === '' ? '' : ` (${project})`}`)
  const more = found.clones.length - named.length + found.others
  const others = more === 0 ? [] : [named.length === 0 ? `${more} in other projects` : `${more} more`]
  return `Clones of it stay: ${[...named, ...others].join(', ')}.`
}
