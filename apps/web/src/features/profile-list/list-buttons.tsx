import { paths } from '../../shared/navigation/paths.ts'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'

/** The buttons that create or import profiles. */
export function ListButtons() {
  const scope = useScope()
  const refusal = roleRefusal(scope, 'clusterProfile.create')
  return (
    <>
      <LinkButton to={paths.importProfile(scope)} reason={refusal}>
        Import Cluster Profile
      </LinkButton>
      <LinkButton variant="secondary" to={paths.addProfile(scope)} reason={refusal}>
        Add Cluster Profile
      </LinkButton>
    </>
  )
}
