import { can, roleRefusal, scopesOf } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { usePageSession } from '../../shared/session/page-session.ts'
import { useProfileData } from './profile-data.ts'

const NEEDED = 'clusterProfile.update'

/**
 * Why the user may not reveal the masked values of the profile: only users who may change it in its scope, or anywhere
 * in the tenant, may do so.
 */
export function useRevealRefusal(): string | undefined {
  const scope = useScope()
  const session = usePageSession((state) => state.session)
  const owner = useProfileData().profile.metadata.annotations['scope'] ?? ''
  const tenant = session && scopesOf(session).find(({ kind }) => kind === 'tenant')
  if (owner !== 'system' && tenant && can(tenant, NEEDED)) return undefined
  if (owner === scope.kind) return roleRefusal(scope, NEEDED)
  return `This profile belongs to the ${owner}: seeing its values needs the permission ${NEEDED} there.`
}
