import type { ProfileBody } from '@waybill/api-contract'
import { can, roleRefusal, scopesOf } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { useRenewal } from '../../shared/session/session-renewal.ts'

const NEEDED = 'clusterProfile.update'

/**
 * Why the user may not reveal the masked values of a profile: only users who may change it in its scope, or anywhere in
 * the tenant, may do so.
 */
export function useRevealRefusal({ metadata }: ProfileBody): string | undefined {
  const scope = useScope()
  const session = useRenewal((state) => state.session)
  const owner = metadata.annotations['scope'] ?? ''
  const tenant = session && scopesOf(session).find(({ kind }) => kind === 'tenant')
  if (owner !== 'system' && tenant && can(tenant, NEEDED)) return undefined
  if (owner === scope.kind) return roleRefusal(scope, NEEDED)
  return `This profile belongs to the ${owner}: seeing its values needs the permission ${NEEDED} there.`
}
