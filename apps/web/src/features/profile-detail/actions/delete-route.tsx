import { deleteProfile } from '@waybill/api-client'
import { replace, useActionData, type ActionFunctionArgs } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { rememberDeleted } from './deleted-profiles.ts'

/** Deletes the version and leads to the list; a refusal is shown in the dialog. */
export async function action({ context, params }: ActionFunctionArgs) {
  const scope = context.get(scopeContext)
  const uid = params['profileUid'] ?? ''
  const result = await deleteProfile(connectionOf(scope), uid)
  if (!result.ok) return result.error
  rememberDeleted(uid)
  showToast({ kind: 'success', title: 'The version was deleted.' })
  return replace(paths.profiles(scope))
}

export function Component() {
  return <DeleteDialog error={useActionData<typeof action>()} />
}
