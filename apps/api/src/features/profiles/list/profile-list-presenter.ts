import type { ProfileSummaryBody } from '@waybill/api-contract'
import type { ListedLayer, ListedProfile } from './profile-list-service.ts'
import { toMetadata } from '../read/profile-presenter.ts'
import type { Stage } from '../stored/stored-profile.ts'

export function toSummary(profile: ListedProfile): ProfileSummaryBody {
  const template = (stage: Stage) => toTemplate(profile, stage)
  return {
    metadata: toMetadata(profile),
    specSummary: {
      version: profile.version,
      versions: [...profile.versions].map(({ uid, version }) => ({ uid, version })),
      ...(!profile.isPublished && { draft: template('draft') }),
      ...(profile.isPublished && { published: template('published') }),
    },
    status: { isPublished: profile.isPublished, isInvalid: profile.isInvalid },
  }
}

function toTemplate({ name, uid, type, cloudType, layers }: ListedProfile, stage: Stage) {
  const packs = layers.filter((layer) => layer.stage === stage).map(toPack)
  return { name, uid, type, cloudType, packs }
}

function toPack({ name, layer, type, version, tag, packUid, registryUid, isInvalid }: ListedLayer) {
  return { name, layer, type, version, tag, packUid, registryUid, isInvalid }
}
