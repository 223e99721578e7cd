import { hash } from 'node:crypto'
import { toMetadata } from '../read/profile-presenter.ts'
import { layersOf } from '../stored/stored-document.ts'
import type { Stage, StoredManifest, StoredProfile } from '../stored/stored-profile.ts'

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

/** The digest covers what is shown: the digest of a masked secret would let it be guessed. */
const toContent = ({ content }: StoredManifest) => ({
  content,
  digest: hash('sha256', content, 'hex'),
})
