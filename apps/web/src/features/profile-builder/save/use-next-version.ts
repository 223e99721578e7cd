import { can } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { nextVersion } from '../../../shared/versions/next-version.ts'
import type { OpenedProfile } from '../state/builder-texts.ts'

/** The version that changes of a published one are better saved as; null where that is not published, or none may be made. */
export function useNextVersion(opened: OpenedProfile | null): string | null {
  const mayCreate = can(useScope(), 'clusterProfile.create')
  if (!mayCreate || !opened?.profile.status.isPublished) return null
  return nextVersion(opened.profile.spec.versions.map(({ version }) => version))
}
