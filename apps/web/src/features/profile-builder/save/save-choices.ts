import type { ProfileBody } from '@waybill/api-contract'
import { can, type Scope } from '../../../shared/session/scope.ts'
import { nextVersion } from '../../../shared/versions/next-version.ts'
import type { SaveAs } from './send-profile.ts'

/** One way to save, with what becomes of the version by it. */
export interface SaveChoice {
  as: SaveAs
  label: string
  description: string
  /** Whether something that is in use is replaced. */
  isOverwriting?: boolean
}

/** What the changes of a profile can be saved as in a scope, the safest first; null is a profile that is made here. */
export function saveChoices(scope: Scope, profile: ProfileBody | null): readonly [SaveChoice, ...SaveChoice[]] {
  const mayPublish = can(scope, 'clusterProfile.publish')
  if (!profile?.status.isPublished) {
    return [UNPUBLISHED_DRAFT, ...(mayPublish ? [UNPUBLISHED_PUBLISH] : [])]
  }
  const { version, versions } = profile.spec
  const next = nextVersion(versions.map((each) => each.version))
  const another: SaveChoice = {
    as: { isPublished: false, version: next },
    label: `Save as ${next}`,
    description: `Makes ${next}, a draft with these changes. ${version} stays as it is.`,
  }
  if (scope.tenant.keepsPublished) return [another]
  const draft: SaveChoice = {
    as: { isPublished: false },
    label: `Save as draft of ${version}`,
    description: `What is published as ${version} stays in use, and the draft waits beside it to be published.`,
  }
  const overwrite: SaveChoice = {
    as: { isPublished: true },
    label: `Overwrite ${version}`,
    description: `Publishes these changes as ${version} at once. What is published as ${version} now is not kept.`,
    isOverwriting: true,
  }
  const last = mayPublish ? [overwrite] : []
  return can(scope, 'clusterProfile.create') ? [another, draft, ...last] : [draft, ...last]
}

const UNPUBLISHED_DRAFT: SaveChoice = {
  as: { isPublished: false },
  label: 'Save as draft',
  description: 'Nothing is published yet.',
}
const UNPUBLISHED_PUBLISH: SaveChoice = {
  as: { isPublished: true },
  label: 'Save and publish',
  description: 'The version can be used at once.',
}
