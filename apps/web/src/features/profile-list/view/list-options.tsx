import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { lazy, Suspense, useState } from 'react'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import type { ListQuery } from '../filters/list-query.ts'
import type { ListView } from './list-view.ts'

// Both dialogs are loaded on demand, so that the list appears sooner.
const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }))
const SavedFiltersDialog = lazy(async () => ({
  default: (await import('../saved/saved-filters-dialog.tsx')).SavedFiltersDialog,
}))

interface ListOptionsProps {
  query: ListQuery
  view: ListView
  onChange: ChangeList<ListQuery>
  onView: (view: ListView) => void
}

/** The view options of the list, and its saved filters. */
export function ListOptions({ query, view, onChange, onView }: ListOptionsProps) {
  const [open, setOpen] = useState<'view' | 'saved' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button variant="plain" onClick={() => setOpen('saved')}>
        Saved filters
      </Button>
      <Button variant="plain" onClick={() => setOpen('view')}>
        View
      </Button>
      <Suspense fallback={null}>
        {open === 'view' ? <ViewDialog view={view} onChange={onView} onClose={close} /> : null}
        {open === 'saved' ? <SavedFiltersDialog query={query} onApply={onChange} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
