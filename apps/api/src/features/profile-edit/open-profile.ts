import type { RequestScope } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { OutdatedPlanError } from '../profile-plan/index.ts'
import {
  currentLayers,
  findProfile,
  hasDraft,
  isImmutableVersion,
  isVisible,
  layersOf,
  lockProfile,
  maskProfile,
  openProfile,
  requireOn,
  type StoredProfile,
} from '../profiles/index.ts'
import { editedLayer, type EditedProfile } from './edited-profile.ts'

/** A profile as a change starts from it. */
export interface OpenedProfile {
  uid: string
  revision: string
  scope: RequestScope
  isPublished: boolean
  hasDraft: boolean
  /** The draft, or the published content if there is no draft; free to be modified. */
  draft: EditedProfile
  /** Uids of the published layers and manifests: their rows stay, so a draft beside them needs uids of its own. */
  publishedUids: ReadonlySet<string>
}

/** A profile, and what a screen shows of it: `draft` with masks. */
export interface ShownProfile extends OpenedProfile {
  shown: EditedProfile
}

/**
 * A profile that is not the caller's looks like one that does not exist. @throws AppError ResourceNotFound, Forbidden
 * if one of the permissions is missing
 */
export async function openForEdit(
  { db, caller, tools }: UseCase<'cipher'>,
  uid: string,
  ...permissions: readonly Permission[]
): Promise<OpenedProfile> {
  const profile = await findProfile(db, tools.cipher, uid)
  if (!profile || !isVisible(caller, profile)) throw new AppError('ResourceNotFound')
  requireOn(caller, profile, ...permissions)
  return openedProfile(profile)
}

/** The same, with what the caller's screen shows. @throws AppError ResourceNotFound, Forbidden */
export async function openShown(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  ...permissions: readonly Permission[]
): Promise<ShownProfile> {
  const profile = await openProfile(use, uid)
  requireOn(use.caller, profile, ...permissions)
  return { ...openedProfile(profile), shown: openedProfile(maskProfile(profile)).draft }
}

/** Locks the profile until the transaction ends. @throws OutdatedPlanError if it has changed since it was opened */
export async function lockOpened(tx: TenantClient, { uid, revision }: OpenedProfile): Promise<void> {
  if ((await lockProfile(tx, uid)) !== revision) throw new OutdatedPlanError('the profile was changed')
}

/**
 * In a tenant that keeps published profiles, only their labels and description may change. @throws AppError
 * ProfileImmutable
 */
export async function refuseImmutable(db: TenantClient, { uid, isPublished }: OpenedProfile): Promise<void> {
  if (isPublished && (await isImmutableVersion(db, uid))) throw new AppError('ProfileImmutable')
}

export function openedProfile(profile: StoredProfile): OpenedProfile {
  const { uid, revision, isPublished, name, description, labels, version, type, cloudType, variables, emptyValues } =
    profile
  const published = layersOf(profile, 'published')
  const layers = currentLayers(profile).map(editedLayer)
  return {
    uid,
    revision,
    scope: scopeOf(profile),
    isPublished,
    hasDraft: hasDraft(profile),
    draft: { name, description, labels, version, type, cloudType, variables, layers, emptyValues },
    publishedUids: new Set(published.flatMap((layer) => [layer.uid, ...layer.manifests.map((each) => each.uid)])),
  }
}

/** The scope's name is not shown here. */
const scopeOf = ({ scope, scopeUid }: StoredProfile): RequestScope => ({
  kind: scope === 'project' ? 'project' : 'tenant',
  uid: scopeUid,
  name: '',
})
