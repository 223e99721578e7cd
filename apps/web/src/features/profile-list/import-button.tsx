import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'

export function ImportButton() {
  const scope = useScope()
  const disabledReason = can(scope, 'clusterProfile.create')
    ? undefined
    : 'Your roles here lack the permission clusterProfile.create.'
  return (
    <LinkButton to={paths.importProfile(scope)} disabledReason={disabledReason}>
      Import Cluster Profile
    </LinkButton>
  )
}
