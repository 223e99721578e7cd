import type { ConsoleApiKeysQuery } from '@waybill/api-contract'
import { limitsOf, type PageOfList, readPageOfList, writePageOfList } from '../ui/list/page-of-list.ts'

export const KEY_STATES = ['active', 'disabled', 'expired', 'owner-disabled'] as const
export type KeyState = (typeof KEY_STATES)[number]

/** What a list of API keys shows, as it stands in the address. */
export interface KeyList extends PageOfList {
  search: string
  state: KeyState | null
}

export const noKeyFilters = { search: '', state: null } as const

/** Reads the address; what is unknown there counts as not said. */
export function readKeyList(params: URLSearchParams): KeyList {
  return {
    search: (params.get('search') ?? '').slice(0, 253),
    state: KEY_STATES.find((state) => state === params.get('state')) ?? null,
    ...readPageOfList(params),
  }
}

/** The address of a list; what is as usual is left out. */
export function writeKeyList(list: KeyList): URLSearchParams {
  const params = new URLSearchParams()
  if (list.search !== '') params.set('search', list.search)
  if (list.state !== null) params.set('state', list.state)
  writePageOfList(list, params)
  return params
}

/** What the API is asked for. */
export const keysRequest = (
  { search, state, ...page }: KeyList,
  owner: ConsoleApiKeysQuery['owner'],
): ConsoleApiKeysQuery => ({ ...limitsOf(page), owner, search, ...(state !== null && { state }) })
