import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ReactNode } from 'react'
import { ActionButton } from '../buttons/action-button.tsx'
import './save-actions.css'

interface SaveActionsProps {
  form: { isChanged: boolean; save: () => Promise<unknown>; cancel: () => void }
  /** Why it cannot be saved now. */
  reason: string | undefined
  isSaving: boolean
  /** Further actions on the form. */
  children?: ReactNode
}

/** The buttons below a settings page: save, or discard the changes. */
export function SaveActions({ form, reason, isSaving, children }: SaveActionsProps) {
  return (
    <div className="wb-save-actions">
      <ActionButton
        variant="primary"
        label="Save"
        reason={reason}
        isLoading={isSaving}
        onClick={() => void form.save()}
      />
      {children}
      {form.isChanged ? (
        <Button variant="link" onClick={form.cancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  )
}
