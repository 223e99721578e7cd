import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Scope } from '../../../shared/session/scope.ts'
import { TypedAhead } from './typed-ahead.tsx'

// Few visits use the search, so it is loaded on demand.
const SearchDialog = lazy(async () => ({
  default: (await import('../../../features/search/search-dialog.tsx')).SearchDialog,
}))

/** Opens the search, as Ctrl K does on every page. */
export function SearchButton({ scope, scopes }: { scope: Scope; scopes: readonly Scope[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    setTyped('')
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      // The browser's own Ctrl K would focus the address bar. Over another dialog the search does not open.
      event.preventDefault()
      // A click, since open menus close at one.
      if (document.querySelector('[role=dialog]') === null) button.current?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Button
        ref={button}
        variant="plain"
        icon={<SearchIcon />}
        aria-label="Search (Ctrl K)"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? (
        <Suspense fallback={<TypedAhead onType={setTyped} onCancel={close} />}>
          <SearchDialog scope={scope} scopes={scopes} typed={typed} onClose={close} />
        </Suspense>
      ) : null}
    </>
  )
}
