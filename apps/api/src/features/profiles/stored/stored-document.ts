import type { DocumentPack, ProfileDocument } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Stage, StoredLayer, StoredProfile } from './stored-profile.ts'

/** The stage that represents the profile: published, else draft. */
export function mainStage({ layers, isPublished }: Pick<StoredProfile, 'layers' | 'isPublished'>): Stage {
  const hasDraft = layers.some(({ stage }) => stage === 'draft')
  return hasDraft && (!isPublished || layers.every(({ stage }) => stage === 'draft')) ? 'draft' : 'published'
}

export const layersOf = ({ layers }: Pick<StoredProfile, 'layers'>, stage: Stage): StoredLayer[] =>
  layers.filter((layer) => layer.stage === stage)

/** Whether there is something to publish: an unpublished profile always has a draft, though perhaps an empty one. */
export const hasDraft = (profile: Pick<StoredProfile, 'layers' | 'isPublished'>): boolean =>
  !profile.isPublished || profile.layers.some(({ stage }) => stage === 'draft')

/** Identifies the profile's state: changes with every change. */
export const etagOf = ({ revision }: Pick<StoredProfile, 'revision'>): string => `"${revision}"`

/**
 * `revision` is the one that the caller has read. @throws AppError ProfileChanged if the profile now has another one
 */
export function refuseChanged(revision: string | undefined, current: string): void {
  if (revision !== undefined && revision !== current) throw new AppError('ProfileChanged')
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
