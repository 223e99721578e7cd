import { api, ifMatch } from '@waybill/api-client'
import { type ActionFunctionArgs, replace, useActionData } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useSubmitOnce } from '../../../shared/ui/sending/use-submit-once.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { MissingMacros } from '../missing-macros.tsx'
import { missingMacros, useProfileData } from '../profile-data.ts'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const scope = context.get(scopeContext)
  const uid = params['profileUid'] ?? ''
  const { etag } = (await request.json()) as { etag: string }
  const result = await api.profileEdits.publish(ifMatch(connectionOf(scope), etag), { params: { uid } })
  if (!result.ok) return result.error
  showToast({ kind: 'success', title: 'The draft was published.' })
  return replace(paths.profile(scope, uid))
}

/** Asks for confirmation, since every deployment of the profile gets the draft from then on. */
export function Component() {
  const { profile, etag, macros } = useProfileData()
  const error = useActionData<typeof action>()
  const { isBusy, submit } = useSubmitOnce()
  return (
    <ConfirmDialog
      title="Publish the draft?"
      refusal={error}
      isWarning={false}
      action="Publish"
      isBusy={isBusy}
      look="primary"
      onConfirm={() => void submit({ etag }, { method: 'post', encType: 'application/json' })}
      onClose={useCloseDialog()}
    >
      <p>
        Whoever deploys{' '}
        <strong>
          {profile.metadata.name} {profile.spec.version}
        </strong>{' '}
        then gets its current draft{profile.status.isPublished ? ' in place of what is published' : ''}.
      </p>
      <MissingMacros names={missingMacros({ profile, macros })} scope={useScope()} />
    </ConfirmDialog>
  )
}
