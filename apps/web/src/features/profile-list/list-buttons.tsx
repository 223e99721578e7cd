import { paths } from '../../shared/navigation/paths.ts'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'

export function ImportButton() {
  const scope = useScope()
  return (
    <LinkButton to={paths.importProfile(scope)} disabledReason={roleRefusal(scope, 'clusterProfile.create')}>
      Import Cluster Profile
    </LinkButton>
  )
}

export function AddButton() {
  const scope = useScope()
  return (
    <LinkButton
      variant="secondary"
      to={paths.addProfile(scope)}
      disabledReason={roleRefusal(scope, 'clusterProfile.create')}
    >
      Add Cluster Profile
    </LinkButton>
  )
}
