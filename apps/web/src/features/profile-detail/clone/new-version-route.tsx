import { useActionData, type LoaderFunctionArgs } from 'react-router'
import { enterPage } from '../../../shared/http/enter-page.ts'
import { hasWaitingDraft, useProfileData } from '../profile-data.ts'
import { CloneForm } from './clone-form.tsx'
import { requestClone } from './clone-request.ts'
import { nextVersion } from '../../../shared/profiles/next-version.ts'

export const action = requestClone

/** Checked here too, since the dialog can be opened by its address. */
export function loader({ context }: LoaderFunctionArgs) {
  enterPage(context, 'clusterProfile.create')
  return null
}

export function Component() {
  const { profile } = useProfileData()
  const { metadata, spec } = profile
  return (
    <CloneForm
      title="New version"
      action="Create version"
      source={{
        name: metadata.name,
        version: nextVersion(spec.versions.map(({ version }) => version)),
        macros: [],
      }}
      isVersion
      error={useActionData<typeof action>()}
    >
      <p>
        A draft of <strong>{metadata.name}</strong> is made from {hasWaitingDraft(profile) ? 'the draft of ' : ''}
        version {spec.version}, which stays as it is.
      </p>
    </CloneForm>
  )
}
