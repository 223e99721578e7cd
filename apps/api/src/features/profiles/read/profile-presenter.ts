import type { ProfileBody } from '@waybill/api-contract'
import { NO_META } from '../packs/pack-meta-reader.ts'
import { packUidOf } from '../stored/current-layers.ts'
import { hasDraft, layersOf } from '../stored/stored-document.ts'
import type { ProfileHead, Stage, StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

type Template = NonNullable<ProfileBody['spec']['draft']>
type PackRef = Template['packs'][number]

/** By pack uid; a layer whose pack has no entry gets empty lists. */
type PackMetas = ReadonlyMap<string, Pick<PackRef, 'schema' | 'presets'>>

export function toProfileBody(profile: StoredProfile, packMeta: PackMetas): ProfileBody {
  const template = (stage: Stage) => toTemplate(profile, { stage, packMeta })
  const hasPublished = layersOf(profile, 'published').length > 0 || profile.isPublished
  return {
    apiVersion: 'v1',
    kind: 'ClusterProfile',
    metadata: toMetadata(profile),
    spec: {
      version: profile.version,
      versions: profile.versions,
      ...(hasDraft(profile) && { draft: template('draft') }),
      ...(hasPublished && { published: template('published') }),
    },
    status: {
      hasUserMacros: profile.userMacros.length > 0,
      userMacros: [...profile.userMacros],
      isPublished: profile.isPublished,
      lastModifiedBy: profile.lastModifiedBy,
      emptyValues: profile.emptyValues.length,
      inUseClusters: [],
      inUseClusterUids: [],
      inUseClusterTemplates: [],
    },
  }
}

/** Clients read scope and description from annotations. */
export function toMetadata(profile: Omit<ProfileHead, 'type' | 'scopeUid'>) {
  return {
    name: profile.name,
    uid: profile.uid,
    labels: Object.fromEntries(profile.labels),
    annotations: { scope: profile.scope, description: profile.description },
    creationTimestamp: profile.createdAt.toISOString(),
    lastModifiedTimestamp: profile.modifiedAt.toISOString(),
  }
}

interface TemplateOf {
  packMeta: PackMetas
  stage: Stage
}

function toTemplate(profile: StoredProfile, { stage, packMeta }: TemplateOf): Template {
  return {
    name: profile.name,
    uid: profile.uid,
    type: profile.type,
    cloudType: profile.cloudType,
    profileVersion: profile.version,
    packs: layersOf(profile, stage).map((layer) => ({
      ...toPackRef(layer),
      ...(packMeta.get(layer.packUid) ?? NO_META),
    })),
  }
}

function toPackRef(layer: StoredLayer): Omit<PackRef, 'schema' | 'presets'> {
  return {
    name: layer.name,
    layer: layer.layer,
    type: layer.type,
    packUid: packUidOf(layer),
    registryUid: layer.registryUid,
    // A manifest layer without a tag keeps none: adding one would look like a change to clients that sent none.
    tag: layer.tag ?? (layer.type === 'manifest' ? '' : layer.version),
    version: layer.version,
    values: layer.values ?? '',
    manifests: layer.manifests.map(({ name, uid }) => ({ kind: 'manifest', name, uid })),
    digest: layer.packDigest,
    isInvalid: layer.isInvalid,
    inValidReason: layer.isInvalid ? 'The pack is no longer in its registry.' : '',
    registryName: layer.registry.name ?? '',
    registryKind: layer.registry.kind ?? '',
  }
}
