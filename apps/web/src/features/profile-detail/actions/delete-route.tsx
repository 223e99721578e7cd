import type { ProfileBody } from '@waybill/api-contract'
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useNavigation } from 'react-router'
import { deleteLater } from '../../../shared/deletions/profile-deletions.ts'
import { findClones } from '../../../shared/deletions/find-clones.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { scopeTitle } from '../../../shared/session/scope.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'
import { useProfileData } from '../profile-data.ts'

/** Loaded first: in an open dialog, names that arrive later would move the buttons. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  findClones(context.get(scopeContext), [params['profileUid'] ?? ''], request.signal)

/** Asks for confirmation, names what is kept, and returns to the list, where the deletion can be undone. */
export function Component() {
  const scope = useScope()
  const { profile, etag } = useProfileData()
  const close = useCloseDialog()
  const navigate = useNavigate()
  const isAnswered = useNavigation().state !== 'idle'
  const { uid, name } = profile.metadata
  const clones = useLoaderData<typeof loader>()
  const title = `${name} ${profile.spec.version}`
  const remove = () => {
    deleteLater(connectionOf(scope), [{ uid, title, etag }])
    void navigate(paths.profiles(scope), { replace: true })
  }
  if (isAnswered) return null
  return (
    <ConfirmDialog
      title="Delete this version?"
      refusal={clones.refusal}
      action="Delete"
      onConfirm={remove}
      onClose={close}
    >
      <p>
        <strong>{title}</strong> is deleted from {scopeTitle(scope)}. {otherVersions(profile)}
      </p>
      {clones.refusal === null && <p>{clones.textOf(uid) || 'Nothing was cloned from it.'}</p>}
      <p>
        It can be taken back for ten seconds. If this tab is closed before then, nothing is deleted. Export it first to
        keep a copy.
      </p>
    </ConfirmDialog>
  )
}

/** What remains under this name afterwards. */
function otherVersions({ metadata, spec }: ProfileBody): string {
  const others = spec.versions.filter(({ uid }) => uid !== metadata.uid)
  const [only] = others
  if (only === undefined) return 'It is the only version, so nothing of this name is left here.'
  return others.length === 1 ? `Version ${only.version} stays.` : `Its ${others.length} other versions stay.`
}
