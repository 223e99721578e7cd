import { useLayoutEffect, useRef, useState } from 'react'
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
  /** Changes the address, as a step of the browser's history. A new filter or order starts at the first page. */
  change: ChangeList<Query>
  /** The same for a text that is being typed: not every letter is a step. */
  search: (text: string) => void
  /** How often the search was set other than by typing, which drops what was typed and not sent yet. */
  timesSet: number
}

/** A list whose query is part of the address. Changes add up, even those made before an earlier one is answered. */
export function useList<Query extends { search: string }>(address: ListAddress<Query>, query: Query): List<Query> {
  const navigate = useNavigate()
  const { asked, setAsked, isLeaving } = useAsked(address, query)
  const [timesSet, setTimesSet] = useState(0)
  // The next change may come before this one is rendered, and a search some time after its last letter.
  const latest = useRef(asked)
  const written = address.write(asked).toString()
  useLayoutEffect(() => {
    latest.current = address.read(new URLSearchParams(written))
  }, [address, written])
  const shown = useRef({ query, isLeaving })
  useLayoutEffect(() => {
    shown.current = { query, isLeaving }
  })
  const write = (next: Query) => address.write(next).toString()
  const ask = (next: Query, replace: boolean) => {
    latest.current = next
    setAsked(next)
    void navigate({ search: write(next) }, { state: stayOnPage, replace })
  }
  const change: ChangeList<Query> = (changed) => {
    if ('search' in changed) setTimesSet((times) => times + 1)
    ask({ ...latest.current, page: 1, ...changed }, false)
  }
  const search = (text: string) => {
    // It would cancel the navigation to another page.
    if (shown.current.isLeaving) return
    const typed = { page: 1, search: text }
    const next = { ...latest.current, ...typed }
    // A step that is still answered is not in the history yet: only what differs by the search alone is replaced.
    ask(next, write(next) === write({ ...shown.current.query, ...typed }))
  }
  return { address, query, asked, change, search, timesSet }
}

/** What was asked for here is shown at once: the router renders its navigations when nothing else is to do. */
function useAsked<Query>(address: ListAddress<Query>, query: Query) {
  const { asked, isLeaving } = useNavigated(address, query)
  const [own, setOwn] = useState<Query | null>(null)
  const written = address.write(asked).toString()
  const [known, setKnown] = useState(written)
  if (known !== written) {
    setKnown(written)
    setOwn(null)
  }
  return { asked: own ?? asked, setAsked: (next: Query) => setOwn(() => next), isLeaving }
}

function useNavigated<Query>({ read }: ListAddress<Query>, query: Query): { asked: Query; isLeaving: boolean } {
  const { pathname } = useLocation()
  const { state, location } = useNavigation()
  if (state !== 'loading') return { asked: query, isLeaving: false }
  const isLeaving = location.pathname !== pathname
  return { asked: isLeaving ? query : read(new URLSearchParams(location.search)), isLeaving }
}
