import { api, type ReceivedFile } from '@waybill/api-client'
import { useState } from 'react'
import { useConnection } from '../../../../shared/http/use-connection.ts'
import { FormatChoice } from '../../../../shared/ui/files/format-choice.tsx'
import { saveFile } from '../../../../shared/ui/files/save-file.ts'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../../shared/ui/messages/toast-store.ts'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { BulkDialog } from '../bulk-dialog.tsx'
import type { BulkActionProps } from '../selection.ts'
import { useBulkRun } from '../use-bulk-run.ts'
import { zipFiles } from './zip-files.ts'

const FORMATS = [
  { format: 'json', label: 'JSON' },
  { format: 'yaml', label: 'YAML' },
] as const

/** Exports the newest versions of the profiles, secrets masked, in one archive. */
export function ExportSelected({ profiles, onClose }: BulkActionProps) {
  const connection = useConnection()
  const run = useBulkRun()
  const [format, setFormat] = useState<(typeof FORMATS)[number]['format']>('json')
  const save = async () => {
    const files: ReceivedFile[] = []
    const { done, hasFailures } = await run.start(profiles, async ({ uid }) => {
      const body = { format, pretty: true, unmask: [] }
      const result = await api.exports.chosenFile(connection, { params: { uid }, body })
      if (!result.ok) return failureLine(result.error)
      files.push(result.value)
      return undefined
    })
    if (done.length > 0) {
      saveFile({ fileName: 'profiles.zip', content: await zipFiles(files) })
      showToast({
        kind: 'success',
        title: `profiles.zip with ${counted(done.length, 'profile')} exported, secrets masked.`,
      })
    }
    if (!hasFailures) onClose()
  }
  return (
    <BulkDialog
      title="Export profiles"
      action="Export"
      profiles={profiles}
      leftOut={[]}
      run={run}
      onStart={() => void save()}
      onClose={onClose}
    >
      <div className="wb-flow">
        <p>All files are saved in one archive, profiles.zip. Everything found to be secret is masked.</p>
        <FormatChoice options={FORMATS} format={format} onChange={setFormat} />
      </div>
    </BulkDialog>
  )
}
