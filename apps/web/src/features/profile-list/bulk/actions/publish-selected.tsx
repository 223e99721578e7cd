import { api, ifMatch } from '@waybill/api-client'
import { useRevalidator } from 'react-router'
import { changedMeanwhile, isProfileChanged } from '../../../../shared/profiles/changed-meanwhile.ts'
import { useConnection } from '../../../../shared/http/use-connection.ts'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../../shared/ui/messages/toast-store.ts'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { BulkDialog } from '../bulk-dialog.tsx'
import type { BulkActionProps } from '../selection.ts'
import { useBulkRun } from '../use-bulk-run.ts'

export function PublishSelected({ profiles, leftOut, onClose }: BulkActionProps) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const run = useBulkRun()
  const publish = async () => {
    const { done, hasFailures } = await run.start(profiles, async ({ uid, etag }) => {
      const result = await api.profileEdits.publish(ifMatch(connection, etag), { params: { uid } })
      if (result.ok) return undefined
      return isProfileChanged(result.error) ? changedMeanwhile(connection, uid) : failureLine(result.error)
    })
    if (done.length > 0) showToast({ kind: 'success', title: `${counted(done.length, 'profile')} published.` })
    if (!hasFailures) onClose()
    void revalidate()
  }
  return (
    <BulkDialog
      title="Publish the drafts?"
      action="Publish"
      profiles={profiles}
      leftOut={leftOut}
      run={run}
      onStart={() => void publish()}
      onClose={onClose}
    >
      <p>Whoever deploys these profiles then gets their current drafts. What has no draft stays as it is.</p>
    </BulkDialog>
  )
}
