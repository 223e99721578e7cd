import type { RegistryUsersBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { paths, projectPath } from '../../../shared/navigation/paths.ts'
import type { Scope } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { NoPermission } from '../../../shared/ui/messages/no-permission.tsx'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { usePack } from '../use-pack.ts'

type User = RegistryUsersBody['profiles'][number]

/** Profiles with a layer from this version; null if the user may not see profiles. */
export function UsedByTab({ users }: { users: RegistryUsersBody | null }) {
  const scope = useScope()
  const { name, version } = usePack()
  if (users === null) return <NoPermission permission="clusterProfile.list" headingLevel="h2" />
  const { profiles, hidden } = users
  if (profiles.length === 0 && hidden === 0) {
    return <Nothing title="Not used">No profile uses this version.</Nothing>
  }
  return (
    <div className="wb-pack-sections">
      {profiles.length > 0 && (
        <Table label={`Profiles that use ${name} ${version}`} head={['Profile', 'Version', 'Scope', 'Layers']}>
          {profiles.map((profile) => (
            <Row key={profile.uid}>
              <Cell label="Profile">
                <Link to={addressOf(scope, profile)}>{profile.name}</Link>
              </Cell>
              <Cell label="Version">{profile.version}</Cell>
              <Cell label="Scope">{profile.projectName || scopeWord(profile.scope)}</Cell>
              <Cell label="Layers">{profile.layers.join(', ')}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {hidden > 0 && (
        <p>
          {profiles.length > 0 ? 'And ' : ''}
          {counted(hidden, 'profile version')} in projects that you cannot see.
        </p>
      )}
    </div>
  )
}

const scopeWord = (scope: string) => scope.charAt(0).toUpperCase() + scope.slice(1)

/** A project's profile is opened in its project. */
const addressOf = (scope: Scope, { uid, projectUid }: User) =>
  paths.profile(projectUid === '' ? scope : projectPath(projectUid), uid)
