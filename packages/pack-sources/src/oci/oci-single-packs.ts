import type { SinglePacks, SourcePack } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'
import type { OciClient } from './client/oci-client.ts'
import { isRepository, isTag, tagOf } from './client/oci-names.ts'
import type { ArtifactKind } from './oci-walk.ts'

interface NamedRegistry {
  client: OciClient
  /** The segments that every repository begins with. */
  base: readonly string[]
  kind: ArtifactKind
}

/**
 * Looks up single packs by name, for repositories named after their pack: many registries have no catalogue to walk.
 */
export function ociSinglePacks(open: (signal: AbortSignal) => Promise<NamedRegistry>): SinglePacks {
  return {
    listVersions: async (name, signal) => {
      if (!isName(name)) return []
      const { client, base } = await open(signal)
      return client.listTags([...base, name].join('/'))
    },
    readVersion: async (name, version, signal) => {
      const tag = tagOf(version)
      if (!isName(name) || !isTag(tag)) return undefined
      const registry = await open(signal)
      const found = await readTag(registry, [...registry.base, name].join('/'), tag)
      // A pack with another name or version than requested is an invalid response.
      if (found && (found.pack.name !== name || tagOf(found.pack.version) !== tag))
        throw new SourceError('bad-response')
      return found
    },
  }
}

/** Names become part of a URL, so they must match the grammar; a slash would lead to the repository of another pack. */
const isName = (name: string): boolean => isRepository(name) && !name.includes('/')

async function readTag({ client, kind }: NamedRegistry, repository: string, tag: string) {
  const named = await client.findImage(repository, tag)
  const found = named && (await kind.read({ client, repository, tag, ...named }))
  if (!named || !found) return undefined
  if ('fault' in found) throw new SourceError('bad-response')
  return { ...found, sourceDigest: named.digest } satisfies SourcePack
}
