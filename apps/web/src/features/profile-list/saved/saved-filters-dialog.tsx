import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type SyntheticEvent, useState } from 'react'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { describeFilters } from '../filters/filter-words.ts'
import { type ListQuery, profileList } from '../filters/list-query.ts'
import { useSavedFilters } from './use-saved-filters.ts'

interface SavedFiltersDialogProps {
  query: ListQuery
  onApply: (query: ListQuery) => void
  onClose: () => void
}

/** Filters that everybody in the scope can use, here and over the API. */
export function SavedFiltersDialog({ query, onApply, onClose }: SavedFiltersDialogProps) {
  const scope = useScope()
  const { names, refusal, apply, remove, save } = useSavedFilters()
  const [name, setName] = useState('')
  const reason = roleRefusal(scope, 'tag.update')
  const handleApply = async (uid: string) => {
    const saved = await apply(uid)
    if (saved === undefined) return
    onApply(saved)
    onClose()
  }
  const handleSave = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && (await save(name.trim(), query))) setName('')
  }
  return (
    <Dialog title="Saved filters" variant="medium" closeLabel="Close" refusal={refusal} onClose={onClose}>
      {names === null && refusal === null ? <p role="status">Loading…</p> : null}
      {names?.length === 0 ? <p className="wb-subtle">No filter is saved here yet.</p> : null}
      <ul className="wb-saved-filters" aria-label="Saved filters">
        {(names ?? []).map((saved) => (
          <li key={saved.uid}>
            <Button variant="link" isInline className="wb-breakable" onClick={() => void handleApply(saved.uid)}>
              {saved.name}
            </Button>
            <ActionButton
              label="Delete"
              fullLabel={`Delete ${saved.name}`}
              variant="link"
              reason={reason}
              onClick={() => void remove(saved.uid)}
            />
          </li>
        ))}
      </ul>
      {profileList.hasFilters(query) && reason === undefined ? (
        <Form onSubmit={(event) => void handleSave(event)} noValidate>
          <TextField
            id="saved-filter-name"
            label="Save what is filtered now as"
            value={name}
            hint={describeFilters(query)}
            maxLength={253}
            onChange={setName}
          />
          <div>
            <Button type="submit" variant="secondary" isDisabled={name.trim() === ''}>
              Save
            </Button>
          </div>
        </Form>
      ) : null}
    </Dialog>
  )
}
