import { roleRefusal, type Scope } from '../../../shared/session/scope.ts'

interface OwnedProfile {
  /** The kind of scope that it belongs to. */
  owner: string
  isPublished: boolean
}

/** A profile is changed in the scope that owns it. */
export function whyNotEdit(scope: Scope, { owner, isPublished }: OwnedProfile): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to edit it.`
  if (isPublished && scope.tenant.keepsPublished) {
    return `${scope.tenant.name} does not allow published versions to be changed (Tenant Settings > General).`
  }
  return roleRefusal(scope, 'clusterProfile.update')
}
