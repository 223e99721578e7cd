import { useActionData } from 'react-router'
import { useProfileData } from '../profile-data.ts'
import { CloneForm } from './clone-form.tsx'
import { requestClone } from './clone-request.ts'

export const action = requestClone

export function Component() {
  const { metadata, spec } = useProfileData().profile
  return (
    <CloneForm
      title="Clone"
      action="Clone"
      name={`${metadata.name}-copy`}
      version={spec.version}
      isVersion={false}
      error={useActionData<typeof action>()}
    >
      <p>
        A draft is made out of{' '}
        <strong>
          {metadata.name} {spec.version}
        </strong>
        , secrets included.
      </p>
    </CloneForm>
  )
}
