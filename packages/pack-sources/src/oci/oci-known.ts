import { tagOf } from './client/oci-names.ts'
import type { KnownPacks } from '../source/pack-source.ts'

interface KnownVersion {
  name: string
  version: string
}

/** The versions in our catalogue for a registry, with reverse lookups. */
export interface KnownVersions {
  isEmpty: boolean
  findByDigest: (sourceDigest: string) => KnownVersion | undefined
  /** All versions of a name. */
  versionsOf: (name: string) => string[]
  /** The version of a tag: the known one that is written as this tag, or else the tag itself. */
  versionOf: (name: string, tag: string) => string
}

/** Indexes the known versions by source digest and by name, for one walk. */
export function indexKnown(known: KnownPacks): KnownVersions {
  const byDigest = new Map<string, KnownVersion>()
  const byName = new Map<string, string[]>()
  for (const [key, { sourceDigest }] of known) {
    const [name, version, ...rest] = key.split('\n')
    // A name that contains a line break cannot be split from its version; such a pack is read again each time.
    if (name === undefined || version === undefined || rest.length > 0) continue
    if (sourceDigest !== '') byDigest.set(sourceDigest, { name, version })
    const versions = byName.get(name)
    if (versions) versions.push(version)
    else byName.set(name, [version])
  }
  const versionsOf = (name: string) => byName.get(name) ?? []
  return {
    isEmpty: byDigest.size === 0,
    findByDigest: (digest) => byDigest.get(digest),
    versionsOf,
    versionOf: (name, tag) => versionsOf(name).find((version) => tagOf(version) === tag) ?? tag,
  }
}
