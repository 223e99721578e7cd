import { useEffect, useRef } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import type { ListAddress } from './list-address.ts'

export type ChangeList<Query> = (change: Partial<Query>) => void

export interface List<Query> {
  address: ListAddress<Query>
  /** Of the page that is shown. */
  query: Query
  /** The query last asked for, which controls show: another than `query` while it is answered. */
  asked: Query
  /** Changes the address. A new filter or order starts at the first page. */
  change: ChangeList<Query>
}

/** A list whose query is part of the address. Changes add up, even those made before an earlier one is answered. */
export function useList<Query extends { search: string }>(address: ListAddress<Query>, query: Query): List<Query> {
  const navigate = useNavigate()
  const asked = useAsked(address, query)
  // A search is sent some time after the last letter, and the query may have changed by then.
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })
  const change: ChangeList<Query> = (changed) => {
    const search = address.write({ ...latest.current, page: 1, ...changed }).toString()
    void navigate({ search }, { state: stayOnPage, replace: isTyping(changed) })
  }
  return { address, query, asked, change }
}

function useAsked<Query>({ read }: ListAddress<Query>, query: Query): Query {
  const { pathname } = useLocation()
  const { state, location } = useNavigation()
  return state === 'loading' && location.pathname === pathname ? read(new URLSearchParams(location.search)) : query
}

/** Not every letter is a step of the browser's history. */
const isTyping = (changed: object): boolean => Object.keys(changed).join() === 'search'
