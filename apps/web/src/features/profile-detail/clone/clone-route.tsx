import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { PermissionMissing } from '../../../shared/http/expect-value.ts'
import { loadSession } from '../../../shared/session/load-session.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { can, scopesOf } from '../../../shared/session/scope.ts'
import { hasWaitingDraft, useProfileData } from '../profile-data.ts'
import { CloneForm } from './clone-form.tsx'
import { requestClone } from './clone-request.ts'

export const action = requestClone

/** Checked here too, since the dialog can be opened by its address: the user must be allowed to create profiles. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const scopes = scopesOf(await loadSession(request))
  if (!scopes.some((scope) => can(scope, 'clusterProfile.create'))) {
    throw new PermissionMissing('clusterProfile.create')
  }
  return { mayReadSecrets: can(context.get(scopeContext), 'clusterProfile.update') }
}

export function Component() {
  const { profile } = useProfileData()
  const { metadata, spec } = profile
  const { mayReadSecrets } = useLoaderData<typeof loader>()
  return (
    <CloneForm
      title="Clone"
      action="Clone"
      source={{ name: metadata.name, version: spec.version, macros: profile.status.userMacros }}
      isVersion={false}
      error={useActionData<typeof action>()}
    >
      <p>
        A draft is made from {hasWaitingDraft(profile) ? 'the draft of ' : ''}
        <strong>
          {metadata.name} {spec.version}
        </strong>
        {mayReadSecrets ? ', secrets included.' : '.'}
      </p>
      {mayReadSecrets ? null : (
        <p>
          Your roles here do not let you read its secrets (permission clusterProfile.update): if it holds any, the clone
          is refused. Export and import it then, and fill them in on the way.
        </p>
      )}
    </CloneForm>
  )
}
