import { useParams } from 'react-router'
import { TerraformDialog } from './terraform-dialog.tsx'

/** The dialog over a profile's page. */
export function Component() {
  const { profileUid = '' } = useParams()
  return <TerraformDialog uid={profileUid} />
}
