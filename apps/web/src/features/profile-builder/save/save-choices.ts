import type { ProfileBody } from '@waybill/api-contract'
import { can, roleRefusal, type Scope } from '../../../shared/session/scope.ts'
import { nextVersion } from '../../../shared/profiles/next-version.ts'
import { INFO } from '../state/builder-texts.ts'
import type { SaveAs } from './sending/send-profile.ts'

/** One way to save, and what it does to the version. */
export interface SaveChoice {
  as: SaveAs
  label: string
  description: string
  /** Whether it replaces something that is in use. */
  isOverwriting?: boolean
  /** Why it is not available, if there is no other way. */
  refusal?: string | undefined
}

/** The published version and its draft share these. */
const HEAD: readonly string[] = [INFO.name, INFO.description, INFO.labels]
/** These can be changed even if published versions are kept. */
const DESCRIBING: readonly string[] = [INFO.description, INFO.labels]

/** The ways to save changes of these keys in a scope, the safest first; `profile` is null for a new one. */
export function saveChoices(
  scope: Scope,
  profile: ProfileBody | null,
  changed: readonly string[],
): readonly [SaveChoice, ...SaveChoice[]] {
  const mayPublish = can(scope, 'clusterProfile.publish')
  if (!profile?.status.isPublished) {
    return [UNPUBLISHED_DRAFT, ...(mayPublish ? [UNPUBLISHED_PUBLISH] : [])]
  }
  const { version, versions } = profile.spec
  const next = nextVersion(versions.map((each) => each.version))
  const refusal = roleRefusal(scope, 'clusterProfile.create')
  const another: SaveChoice = {
    as: { isPublished: false, version: next },
    label: `Save as ${next}`,
    description: `Makes ${next}, a draft with these changes. ${version} stays as it is.`,
  }
  const others = refusal === undefined ? [another] : []
  if (changed.length > 0 && changed.every((key) => DESCRIBING.includes(key))) return [describing(version), ...others]
  if (scope.tenant.keepsPublished) return [{ ...another, refusal }]
  const draft: SaveChoice = {
    as: { isPublished: false },
    label: `Save as draft of ${version}`,
    description: `What is published as ${version} stays in use until you publish the draft.${atOnce(changed)}`,
  }
  const overwrite: SaveChoice = {
    as: { isPublished: true },
    label: `Overwrite ${version}`,
    description: `Publishes these changes as ${version} at once. What is published as ${version} now is not kept.`,
    isOverwriting: true,
  }
  const last = mayPublish ? [overwrite] : []
  const [first = draft, ...more] = [...others, draft, ...last]
  return [first, ...more]
}

const describing = (version: string): SaveChoice => ({
  as: { isPublished: false, isDescribing: true },
  label: `Save in ${version}`,
  description: `Description and tags change at once. Layers and variables of ${version} stay as they are.`,
})

const atOnce = (changed: readonly string[]) =>
  changed.some((key) => HEAD.includes(key))
    ? ' Name, description and tags are the same for both, and change at once.'
    : ''

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
