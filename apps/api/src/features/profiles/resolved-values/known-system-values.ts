import type { Caller } from '../../../platform/access/caller.ts'
import type { StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

type Known = readonly [name: string, value: string]

/** The `.spectro.system.` values that are known without a cluster, by name. */
export function knownSystemValues(
  profile: StoredProfile,
  { layers, caller }: { layers: readonly StoredLayer[]; caller: Caller },
): Map<string, string> {
  const kubernetes = layers.find(({ layer }) => layer === 'k8s')
  return new Map<string, string>([
    ['user.uid', caller.userUid],
    ['user.email', caller.email],
    ['tenant.uid', caller.tenantUid],
    ...projectValues(profile, caller),
    ['clusterprofile.name', profile.name],
    ['clusterprofile.uid', profile.uid],
    ['clusterprofile.version', profile.version],
    ...(profile.cloudType === 'all' ? [] : [['cloud.type', profile.cloudType] as const]),
    ...(kubernetes ? [['kubernetes.version', kubernetes.version] as const] : []),
  ])
}

/** Values of the caller's project. Seen from the tenant, a project's profile still knows its own project. */
function projectValues({ scope, scopeUid }: StoredProfile, caller: Caller): Known[] {
  if (caller.scope.kind === 'project') {
    return [
      ['project.uid', caller.scope.uid],
      ['project.name', caller.scope.name],
    ]
  }
  return scope === 'project' ? [['project.uid', scopeUid]] : []
}
