import type { ApiError } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { leavesPage, useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { secretProblem } from '../../../shared/secrets/secret-problem.ts'
import { keptRefusal, ownerRefusal } from '../../../shared/profiles/whose-profile.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useSubmitOnce } from '../../../shared/ui/sending/use-submit-once.ts'
import { LeaveDialog } from '../../../shared/ui/dialogs/leave-dialog.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { useProfileData } from '../profile-data.ts'
import { EmptyValueField } from './empty-value-field.tsx'
import { byLayer, type EmptyPlace, type FilledValues, placeKey, type PlaceName } from './empty-places.ts'
import './empty-values.css'

interface EmptyValuesDialogProps {
  items: readonly EmptyPlace[]
  etag: string
  /** The error of the last attempt to save. */
  error: ApiError | undefined
}

/** A field for each value that an import left empty; what is typed is kept only here until it is saved. */
export function EmptyValuesDialog({ items, etag, error }: EmptyValuesDialogProps) {
  const scope = useScope()
  const { metadata, status } = useProfileData().profile
  // Values are changed in the scope that owns the profile.
  const whyNot =
    ownerRefusal(scope, metadata.annotations['scope'] ?? '', 'edit it') ??
    keptRefusal(scope, status.isPublished, 'changed') ??
    roleRefusal(scope, 'clusterProfile.update')
  const close = useCloseDialog()
  const { isBusy, submit } = useSubmitOnce()
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const valueOf = (place: PlaceName) => typed.get(placeKey(place)) ?? ''
  const filled = items.filter((place) => valueOf(place) !== '')
  const isRefused = filled.some((place) => secretProblem(valueOf(place)) !== '')
  const blocker = useUnsavedGuard(filled.length > 0, leavesPage)
  const save = () => {
    const values = filled.map(({ isPart: _isPart, line: _line, ...place }) => ({ ...place, value: valueOf(place) }))
    void submit({ etag, values } satisfies FilledValues, { method: 'post', encType: 'application/json' })
  }
  const saving = (
    <Button
      type="submit"
      form="empty-values"
      isDisabled={isRefused || filled.length === 0}
      isAriaDisabled={isBusy}
      isLoading={isBusy}
    >
      {filled.length === 0 ? 'Save' : `Save ${counted(filled.length, 'value')}`}
    </Button>
  )
  return (
    <>
      <Dialog
        title="Values still empty"
        variant="medium"
        isScrolled
        isBusy={isBusy}
        refusal={error}
        actions={whyNot === undefined && items.length > 0 ? saving : undefined}
        closeLabel={whyNot === undefined && items.length > 0 ? 'Cancel' : 'Close'}
        onClose={close}
      >
        <p>
          {items.length === 0
            ? 'Everything has a value now.'
            : (whyNot ?? 'They were masked in the file and left empty when it was imported.')}
        </p>
        <form
          id="empty-values"
          className="pf-v6-c-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          {byLayer(items).map(({ layerName, places }) => (
            <fieldset key={layerName} className="wb-empty-values-layer">
              <legend>{layerName === '' ? 'Variables' : layerName}</legend>
              {places.map((place) => (
                <EmptyValueField
                  key={placeKey(place)}
                  place={place}
                  value={valueOf(place)}
                  {...(whyNot === undefined && {
                    onChange: (value: string) => setTyped(new Map(typed).set(placeKey(place), value)),
                  })}
                />
              ))}
            </fieldset>
          ))}
        </form>
      </Dialog>
      <LeaveDialog blocker={blocker}>What you typed is not kept anywhere: it has to be typed again.</LeaveDialog>
    </>
  )
}
