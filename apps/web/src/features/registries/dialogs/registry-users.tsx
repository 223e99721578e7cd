import type { RegistryUsersBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths, projectPath, TENANT_PATH } from '../../../shared/navigation/paths.ts'

/** The profiles with layers from a registry: name, version and scope. */
export function RegistryUsers({ users: { profiles, hidden } }: { users: RegistryUsersBody }) {
  const count = profiles.length + hidden
  if (count === 0) return <p>No profile uses it.</p>
  return (
    <div>
      <p>{count === 1 ? 'One profile version uses it:' : `${count} profile versions use it:`}</p>
      <ul className="wb-registry-users" aria-label="Profiles that use it">
        {profiles.map(({ uid, name, version, projectUid, projectName }) => (
          <li key={uid}>
            <Link to={paths.profile(projectUid === '' ? TENANT_PATH : projectPath(projectUid), uid)}>
              {name} {version}
            </Link>{' '}
            in {projectUid === '' ? 'the tenant' : projectName}
          </li>
        ))}
        {hidden > 0 ? (
          <li>
            {hidden} {profiles.length > 0 ? 'more ' : ''}in projects that you cannot see
          </li>
        ) : null}
      </ul>
    </div>
  )
}
