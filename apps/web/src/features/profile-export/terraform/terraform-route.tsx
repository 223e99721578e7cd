import { useParams } from 'react-router'
import { TerraformDialog } from './terraform-dialog.tsx'

/** The dialog over a profile. */
export function Component() {
  const { profileUid = '' } = useParams()
  return <TerraformDialog uid={profileUid} />
}
