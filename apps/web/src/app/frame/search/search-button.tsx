import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Scope } from '../../../shared/session/scope.ts'
import { isDialogOpen } from '../../../shared/ui/dialogs/is-dialog-open.ts'
import { useShortcut } from '../../../shared/ui/keys/use-shortcut.ts'
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
  useShortcut('k', (event) => {
    // The browser's own Ctrl K would focus the address bar.
    event.preventDefault()
    // A click, since open menus close at one.
    if (!isDialogOpen()) button.current?.click()
  })
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
