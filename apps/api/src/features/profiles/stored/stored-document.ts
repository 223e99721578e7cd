import type { DocumentPack, ProfileDocument } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Stage, StoredLayer, StoredProfile } from './stored-profile.ts'

/** The stage that stands for the profile: what is published, else the draft. */
export function mainStage({ layers, isPublished }: Pick<StoredProfile, 'layers' | 'isPublished'>): Stage {
  const hasDraft = layers.some(({ stage }) => stage === 'draft')
  return hasDraft && (!isPublished || layers.every(({ stage }) => stage === 'draft')) ? 'draft' : 'published'
}

export const layersOf = ({ layers }: Pick<StoredProfile, 'layers'>, stage: Stage): StoredLayer[] =>
  layers.filter((layer) => layer.stage === stage)

/** Whether there is something to publish: a profile that is not published has a draft, if an empty one. */
export const hasDraft = (profile: Pick<StoredProfile, 'layers' | 'isPublished'>): boolean =>
  !profile.isPublished || profile.layers.some(({ stage }) => stage === 'draft')

/** Names the state of a profile: another one after every change. */
export const etagOf = ({ revision }: Pick<StoredProfile, 'revision'>): string => `"${revision}"`

/** For a change of what somebody has read: `revision` is what that had. @throws AppError ProfileChanged where another one `stands` now. */
export function refuseChanged(revision: string | undefined, stands: string): void {
  if (revision !== undefined && revision !== stands) throw new AppError('ProfileChanged')
}

/** A profile as the document that an export would write, with true values. */
export function documentOf(profile: StoredProfile): ProfileDocument {
  const { name, description, labels, version, type, cloudType, variables } = profile
  const packs = layersOf(profile, mainStage(profile)).map(documentPack)
  return { name, description, labels, version, type, cloudType, packs, variables }
}

function documentPack({ name, type, layer, version, tag, values, manifests, registry }: StoredLayer): DocumentPack {
  return {
    name,
    type,
    layer,
    version,
    ...(tag !== undefined && { tag }),
    ...(values !== undefined && { values }),
    manifests: manifests.map((manifest) => ({ name: manifest.name, content: manifest.content })),
    registry,
  }
}
