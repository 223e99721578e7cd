import { roleRefusal, type Scope } from '../../../shared/session/scope.ts'

interface OwnedProfile {
  /** The kind of scope that it belongs to. */
  owner: string
  isPublished: boolean
}

/** A profile is changed in the scope that owns it. What is published and kept too: description and tags stay free, the rest becomes a new version. */
export function whyNotEdit(scope: Scope, { owner }: Pick<OwnedProfile, 'owner'>): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to edit it.`
  return roleRefusal(scope, 'clusterProfile.update')
}

/** Its values are changed where they stand. */
export function whyNotFill(scope: Scope, profile: OwnedProfile): string | undefined {
  if (profile.owner === scope.kind && profile.isPublished && scope.tenant.keepsPublished) {
    return `${scope.tenant.name} does not allow published versions to be changed (Tenant Settings > General).`
  }
  return whyNotEdit(scope, profile)
}
