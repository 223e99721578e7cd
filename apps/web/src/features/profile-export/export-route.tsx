import { useParams } from 'react-router'
import { ExportDialog } from './export-dialog.tsx'

/** The dialog asks by itself for what depends on the choices in it. */
export function Component() {
  const { profileUid = '' } = useParams()
  return <ExportDialog key={profileUid} uid={profileUid} />
}
