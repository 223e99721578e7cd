import { api, type Connection, ifMatch } from '@waybill/api-client'
import { FormGroup, FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../../shared/http/use-connection.ts'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../../shared/ui/messages/toast-store.ts'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { BulkDialog } from '../bulk-dialog.tsx'
import { type Label, readTag } from './read-tag.ts'
import type { BulkActionProps } from '../selection.ts'
import { useBulkRun } from '../use-bulk-run.ts'

export function TagSelected({ profiles, leftOut, onClose }: BulkActionProps) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const run = useBulkRun()
  const [typed, setTyped] = useState('')
  const label = readTag(typed)
  const tag = async () => {
    if (label === undefined) return
    const { done, hasFailures } = await run.start(profiles, ({ uid }) => addLabel(connection, uid, label))
    if (done.length > 0) showToast({ kind: 'success', title: `${counted(done.length, 'profile')} tagged.` })
    if (!hasFailures) onClose()
    void revalidate()
  }
  return (
    <BulkDialog
      title="Add a tag"
      action="Tag"
      profiles={profiles}
      leftOut={leftOut}
      run={run}
      isReady={label !== undefined}
      onStart={() => void tag()}
      onClose={onClose}
    >
      <FormGroup label="Tag" fieldId="bulk-tag">
        <TextInput
          id="bulk-tag"
          value={typed}
          autoFocus
          aria-describedby="bulk-tag-hint"
          onChange={(_event, text) => setTyped(text)}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>
              <span id="bulk-tag-hint">
                A word, <code>edge</code>, or a name and a value, <code>team:web</code>, which takes the place of
                another value.
              </span>
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </BulkDialog>
  )
}

/** Adds to the labels that the profile has now; a change made in between is detected. */
async function addLabel(connection: Connection, uid: string, { key, value }: Label): Promise<string | undefined> {
  const read = await api.profiles.get(connection, { params: { uid } })
  if (!read.ok) return failureLine(read.error)
  const { name, labels } = read.value.metadata
  const body = { metadata: { name, labels: { ...labels, [key]: value } } }
  const result = await api.profileEdits.update(ifMatch(connection, read.etag), { params: { uid }, body })
  return result.ok ? undefined : failureLine(result.error)
}
