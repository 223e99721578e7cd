import type { ConsoleApiKeysQuery } from '@waybill/api-contract'
import { listAddress, onePart, pageParts, type QueryOf, searchPart } from '../ui/list/list-address.ts'
import { limitsOf } from '../ui/list/page-of-list.ts'

export const KEY_STATES = ['active', 'disabled', 'expired', 'owner-disabled'] as const
export type KeyState = (typeof KEY_STATES)[number]

export const keyList = listAddress({ search: searchPart, state: onePart(KEY_STATES), ...pageParts })

/** The query of a list of API keys. */
export type KeyList = QueryOf<typeof keyList>

/** The request for one page. */
export const keysRequest = (
  { search, state, ...page }: KeyList,
  owner: ConsoleApiKeysQuery['owner'],
): ConsoleApiKeysQuery => ({ ...limitsOf(page), owner, search, ...(state !== null && { state }) })
