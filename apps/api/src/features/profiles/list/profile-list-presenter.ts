import type { ListedProfileBody, ProfileSummaryBody } from '@waybill/api-contract'
import { maskDescribed } from '@waybill/profile-format'
import type { Caller } from '../../../platform/access/caller.ts'
import { seesTrueValues } from '../profile-policy.ts'
import type { ListedMetadata, ListedProfile } from './listed-profile.ts'
import { toMetadata } from '../read/profile-presenter.ts'
import { etagOf } from '../stored/stored-document.ts'
import type { Stage } from '../stored/stored-profile.ts'

/** With true values or masks, as the caller may see them. */
export function toSummary(listed: ListedProfile, caller: Caller): ProfileSummaryBody {
  const profile = seesTrueValues(caller, listed) ? listed : maskDescribed(listed)
  const template = (stage: Stage) => toTemplate(profile, stage)
  return {
    metadata: toMetadata(profile),
    specSummary: {
      version: profile.version,
      versions: profile.versions,
      ...(!profile.isPublished && { draft: template('draft') }),
      ...(profile.isPublished && { published: template('published') }),
    },
    status: {
      isPublished: profile.isPublished,
      isInvalid: profile.isInvalid,
      emptyValues: profile.emptyValues,
      etag: etagOf(profile),
    },
  }
}

/** One version in the shape of a single profile's response, without texts. */
export function toListedVersion(listed: ListedProfile, caller: Caller): ListedProfileBody {
  const { metadata, specSummary, status } = toSummary(listed, caller)
  const { version, draft, published } = specSummary
  const withVersion = <Template>(template: Template) => ({ ...template, profileVersion: listed.version })
  return {
    apiVersion: 'v1',
    kind: 'ClusterProfile',
    metadata,
    spec: {
      version,
      ...(draft && { draft: withVersion(draft) }),
      ...(published && { published: withVersion(published) }),
    },
    status: { isPublished: status.isPublished },
  }
}

/** The whole body as JSON: its texts are escaped already, and are only joined. */
export function toMetadataJson(listed: readonly ListedMetadata[]): string {
  const items = listed.map(
    ({ uid, name, cloudType, version }) =>
      `{"metadata":{"uid":"${uid}","name":"${name}"},"spec":{"cloudType":"${cloudType}","version":"${version}"}}`,
  )
  return `{"items":[${items.join(',')}]}`
}

function toTemplate({ name, uid, type, cloudType, layers }: ListedProfile, stage: Stage) {
  return { name, uid, type, cloudType, packs: layers.filter((layer) => layer.stage === stage) }
}
