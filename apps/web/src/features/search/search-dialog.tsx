import { Modal, ModalBody } from '@patternfly/react-core/dist/dynamic/components/Modal'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { can, type Scope } from '../../shared/session/scope.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { type Option, optionsOf } from './search-options.ts'
import { findPlaces, placesOf } from './search-places.ts'
import { useSearch } from './use-search.ts'
import './search.css'

/** Below this width, the full placeholder does not fit into the field. */
const PHONE_WIDTH = 480

interface SearchDialogProps {
  scope: Scope
  scopes: readonly Scope[]
  /** What was typed before the dialog was loaded. */
  typed: string
  onClose: () => void
}

/** People are listed in the tenant only. */
const mayList = (scopes: readonly Scope[]) => scopes.some((scope) => scope.kind === 'tenant' && can(scope, 'user.list'))

/** Searches everything that has a name, and opens it with Enter: a combobox whose list stays open. */
export function SearchDialog({ scope, scopes, typed, onClose }: SearchDialogProps) {
  const id = useId()
  const navigate = useNavigate()
  const [text, setText] = useState(typed)
  const [chosen, setChosen] = useState(0)
  const places = useMemo(() => placesOf(scope, scopes), [scope, scopes])
  const sought = ['profiles', 'packs', 'macros', ...(mayList(scopes) ? ['people'] : []), 'pages']
  const { items, error, isSearching } = useSearch(scope, text)
  const options = optionsOf(scope, items, findPlaces(places, text))
  const at = Math.min(chosen, options.length - 1)
  const open = ({ to }: Option) => {
    onClose()
    void navigate(to)
  }
  const handleKey = (event: KeyboardEvent) => {
    const option = options[at]
    if (event.key === 'Enter' && option) open(option)
    const next = nextOption(event.key, at, options.length)
    if (next === undefined) return
    event.preventDefault()
    setChosen(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Modal isOpen variant="medium" position="top" aria-label="Search" className="wb-search" onClose={onClose}>
      <ModalBody>
        <TextInput
          type="search"
          role="combobox"
          autoFocus
          autoComplete="off"
          customIcon={<SearchIcon />}
          aria-label={`Search ${sought.slice(0, -1).join(', ')} and ${sought.at(-1) ?? ''}`}
          placeholder={window.innerWidth < PHONE_WIDTH ? 'a name or a page' : sought.join(', ')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(options.length === 0 ? {} : { 'aria-activedescendant': `${id}-${at}` })}
          value={text}
          onKeyDown={handleKey}
          onChange={(_event, next) => {
            setText(next)
            setChosen(0)
          }}
        />
        <div id={`${id}-list`} role="listbox" aria-label="Found" className="wb-search-list">
          {groupsOf(options).map(([group, members]) => (
            <div key={group} role="group" aria-label={group}>
              <p className="wb-search-group" aria-hidden="true">
                {group}
              </p>
              {members.map(({ option, index }) => (
                <SearchOption
                  key={option.key}
                  id={`${id}-${index}`}
                  option={option}
                  isChosen={index === at}
                  onOpen={open}
                />
              ))}
            </div>
          ))}
        </div>
        <p role="status" className="wb-subtle">
          {error ? failureLine(error) : statusOf(options.length, isSearching)}
        </p>
      </ModalBody>
    </Modal>
  )
}

function statusOf(amount: number, isSearching: boolean): string {
  if (isSearching) return 'Searching…'
  return amount === 0 ? 'Nothing found.' : `${amount} found. Arrow keys choose, Enter opens.`
}

function nextOption(key: string, at: number, amount: number): number | undefined {
  if (amount === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % amount
  if (key === 'ArrowUp') return (at - 1 + amount) % amount
  return undefined
}

function groupsOf(options: readonly Option[]) {
  const numbered = options.map((option, index) => ({ option, index }))
  return [...Map.groupBy(numbered, ({ option }) => option.group)]
}

interface SearchOptionProps {
  id: string
  option: Option
  isChosen: boolean
  onOpen: (option: Option) => void
}

function SearchOption({ id, option, isChosen, onOpen }: SearchOptionProps) {
  return (
    /* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus --
       the field keeps the focus and has the keys */
    <div id={id} role="option" aria-selected={isChosen} className="wb-search-option" onClick={() => onOpen(option)}>
      <span className="wb-breakable">{option.name}</span>
      <span className="wb-subtle">{option.note}</span>
    </div>
  )
}
