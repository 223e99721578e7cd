import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { useEffect, useRef, useState } from 'react'

/** Long enough not to send a request for every letter. */
const SEARCH_PAUSE_MS = 300

interface ListSearchProps {
  /** The searched fields, e.g. `name or tag`. */
  fields: string
  search: string
  onSearch: (search: string) => void
  /** For dialogs whose purpose is the search. */
  autoFocus?: boolean
}

/** Searches while typing. */
export function ListSearch({ fields, search, onSearch, autoFocus = false }: ListSearchProps) {
  const [text, setText] = useState(search)
  const [shown, setShown] = useState(search)
  const [sent, setSent] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address may change in other ways, for example by the Back button; what was sent from here leaves what was typed
  // since.
  if (shown !== search) {
    setShown(search)
    if (sent !== search) {
      setSent(search)
      setText(search)
    }
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const searchFor = (next: string, pauseMs: number) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSent(next.trim())
      onSearch(next.trim())
    }, pauseMs)
  }
  return (
    <TextInput
      type="search"
      customIcon={<SearchIcon />}
      aria-label={`Search by ${fields}`}
      placeholder={fields.charAt(0).toUpperCase() + fields.slice(1)}
      value={text}
      autoFocus={autoFocus}
      onChange={(_event, next) => searchFor(next, SEARCH_PAUSE_MS)}
      onKeyDown={({ key }) => key === 'Enter' && searchFor(text, 0)}
    />
  )
}
