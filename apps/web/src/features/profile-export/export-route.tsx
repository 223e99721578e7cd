import { useParams } from 'react-router'
import { ExportDialog } from './export-dialog.tsx'

/** Has no loader: the dialog requests what depends on its choices. */
export function Component() {
  const { profileUid = '' } = useParams()
  return <ExportDialog key={profileUid} uid={profileUid} />
}
