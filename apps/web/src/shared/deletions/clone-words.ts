import type { ProfileClonesBody } from '@waybill/api-contract'
import { counted } from '../ui/words/amounts.ts'

export type Clones = ProfileClonesBody['items'][number]

/** More would hide the question. */
const NAMED = 5

/** What was cloned from a profile and stays without it: `Cloned from it, and staying: web-copy 1.0.0 (Default).` */
export function clonesText(found: Clones | null | undefined): string {
  if (!found) return ''
  const named = found.clones
    .slice(0, NAMED)
    .map(({ name, version, project }) => `${name} ${version}${project === '' ? '' : ` (${project})`}`)
  const more = found.clones.length - named.length + found.others
  const others =
    more === 0 ? [] : [named.length === 0 ? `${counted(more, 'profile')} in other projects` : `${more} more`]
  return `Cloned from it, and staying: ${[...named, ...others].join(', ')}.`
}
