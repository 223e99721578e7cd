import { createHash } from 'node:crypto'
import type { ProfileBody } from '@waybill/api-contract'
import { packUidOf } from '../stored/current-layers.ts'
import { hasDraft, layersOf } from '../stored/stored-document.ts'
import type { ProfileHead, Stage, StoredLayer, StoredManifest, StoredProfile } from '../stored/stored-profile.ts'

type Template = NonNullable<ProfileBody['spec']['draft']>
type PackRef = Template['packs'][number]

/** By pack uid; a layer whose pack has no entry has empty lists. */
type PackMetas = ReadonlyMap<string, Pick<PackRef, 'schema' | 'presets'>>

const NO_META = { schema: [], presets: [] }

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

/** Scope and description stand in annotations, where clients read them. */
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
    // Without one of its own a layer of manifests has none: another would be a change to clients that sent none.
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

/** Manifests of the layers of one name, draft and published side by side. */
export function toManifestsBody(profile: StoredProfile, packName: string) {
  const manifestsOf = (stage: Stage) =>
    layersOf(profile, stage)
      .filter((layer) => layer.name === packName)
      .flatMap((layer) => layer.manifests)
  const drafts = manifestsOf('draft')
  const published = manifestsOf('published')
  const names = [...new Set([...published, ...drafts].map((manifest) => manifest.name))]
  const contentOf = (manifests: readonly StoredManifest[], name: string) => manifests.find((each) => each.name === name)
  return {
    items: names.map((name) =>
      toManifest(profile, { draft: contentOf(drafts, name), published: contentOf(published, name) }),
    ),
  }
}

interface ManifestPair {
  draft: StoredManifest | undefined
  published: StoredManifest | undefined
}

function toManifest(profile: StoredProfile, { draft, published }: ManifestPair) {
  const { name, uid } = published ?? draft ?? { name: '', uid: '' }
  const isPublished = published !== undefined && profile.isPublished
  return {
    metadata: { ...toMetadata(profile), name, uid, labels: {}, annotations: {} },
    spec: { ...(draft && { draft: toContent(draft) }), ...(isPublished && { published: toContent(published) }) },
  }
}

/** The digest is of what is shown: one of a masked secret would let it be guessed. */
const toContent = ({ content }: StoredManifest) => ({
  content,
  digest: createHash('sha256').update(content).digest('hex'),
})
