import { mapAhead } from '../source/map-ahead.ts'
import { createOciClient, type OciClient } from './client/oci-client.ts'
import { indexKnown, type KnownVersions } from './oci-known.ts'
import type { ImageManifest } from './client/oci-manifest.ts'
import { tagOf } from './client/oci-names.ts'
import type { ApiRoot } from './client/oci-root.ts'
import type { OciSession } from './client/oci-session.ts'
import type { Pack, PackFault } from '../pack/pack-files.ts'
import { packKey, type SourceEvent, type WalkOptions } from '../source/pack-source.ts'
import { SourceError, type SourceFault } from '../source/source-error.ts'

/** One artifact of a registry, possibly a pack. */
export interface OciArtifact {
  client: OciClient
  repository: string
  tag: string
  /** The digest that the tag points to: of a manifest, or of an index. */
  digest: string
  image: ImageManifest
}

/** A pack of a registry, with its repository and tag. */
export interface FoundPack {
  pack: Pack
  location: string
  isContentRead: boolean
}

/** A pack that cannot be read; with its `name` if that could be read. */
export interface Unreadable {
  fault: PackFault
  name?: string
}

/** The kind of artifact to look for in a registry. */
export interface ArtifactKind {
  /** The name of the pack in a repository; undefined when it has none of this kind. */
  nameOf: (repository: string) => string | undefined
  /** Reads an artifact; undefined when it is something else. @throws SourceError if only this artifact is faulty. */
  read: (artifact: OciArtifact) => Promise<FoundPack | Unreadable | undefined>
}

interface Walk {
  session: OciSession
  root: ApiRoot
  kind: ArtifactKind
  known: KnownVersions
}

interface Repository {
  repository: string
  name: string
}

interface TaggedVersion extends Repository {
  tag: string
  /** All tags of the repository. */
  siblings: ReadonlySet<string>
}

type Failure = Extract<SourceEvent, { kind: 'failed' }>
type VersionEvent = Extract<SourceEvent, { kind: 'pack' | 'unchanged' }> | Failure

const WIDTH = 8
const MAX_VERSIONS = 100_000
/**
 * After this many unreachable versions in a row the registry is considered down, instead of waiting for the rest to
 * time out.
 */
const GIVE_UP_AFTER = 16

/**
 * Reads every tag of the repositories of a kind, in the order of repository and tag, several at a time. Each tag is a
 * version. A pack with another version than its tag fails, unless that version exists as a tag of its own: then the tag
 * is an alias (`latest`, `1.33.x`) and is skipped. A pack's name comes from the pack, not from the repository; a second
 * pack with the same name and version fails. A manifest's digest covers everything below it, so a known digest means
 * unchanged without reading.
 */
export async function* walkOci(
  registry: Omit<Walk, 'known'>,
  { known, signal }: WalkOptions,
): AsyncGenerator<SourceEvent> {
  const walk = { ...registry, known: indexKnown(known) }
  const checked = createEventChecker()
  const versions: TaggedVersion[] = []
  const ahead = { width: WIDTH, signal }
  for await (const listed of mapAhead(await findRepositories(walk, signal), ahead, listVersions(walk))) {
    for (const item of listed) {
      if ('kind' in item) yield checked(item)
      else versions.push(item)
    }
    if (versions.length > MAX_VERSIONS) throw new SourceError('too-large')
    yield { kind: 'expected', count: versions.length }
  }
  let skipped = 0
  for await (const event of mapAhead(versions, ahead, readVersion(walk))) {
    if (event) yield checked(event)
    else skipped += 1
  }
  if (skipped > 0) yield { kind: 'expected', count: versions.length - skipped }
  yield { kind: 'done', mark: '' }
}

async function findRepositories({ session, root, kind }: Walk, signal: AbortSignal): Promise<Repository[]> {
  const repositories = await createOciClient(session, root, signal).listRepositories()
  return repositories.flatMap((repository) => {
    const name = kind.nameOf(repository)
    return name === undefined ? [] : [{ repository, name }]
  })
}

const listVersions =
  ({ session, root, known }: Walk) =>
  async ({ repository, name }: Repository, signal: AbortSignal): Promise<(TaggedVersion | Failure)[]> => {
    try {
      const tags = await createOciClient(session, root, signal).listTags(repository)
      const siblings = new Set(tags)
      return tags.map((tag) => ({ repository, name, tag, siblings }))
    } catch (error) {
      const fault = faultOf(error)
      const failures = known.versionsOf(name).map((version) => failure({ name, tag: tagOf(version) }, fault, version))
      return failures.length > 0 ? failures : [{ kind: 'failed', place: name, fault }]
    }
  }

const readVersion =
  ({ session, root, kind, known }: Walk) =>
  async (tagged: TaggedVersion, signal: AbortSignal): Promise<VersionEvent | undefined> => {
    const { repository, name, tag } = tagged
    const client = createOciClient(session, root, signal)
    try {
      const stated = known.isEmpty ? undefined : await client.findDigest(repository, tag)
      const same = stated === undefined ? undefined : known.findByDigest(stated)
      if (same) return checkVersion(tagged, same, { kind: 'unchanged', ...same })
      const { digest, image } = await client.getImage(repository, stated ?? tag)
      const found = await kind.read({ client, repository, tag, digest, image })
      if (!found) return undefined
      if ('fault' in found) {
        const own = found.name || name
        return failure({ name: own, tag }, found.fault, known.versionOf(own, tag))
      }
      return checkVersion(tagged, found.pack, { kind: 'pack', sourceDigest: digest, ...found })
    } catch (error) {
      return failure(tagged, faultOf(error), known.versionOf(name, tag))
    }
  }

function checkVersion(tagged: TaggedVersion, pack: { name: string; version: string }, event: VersionEvent) {
  const expectedTag = tagOf(pack.version)
  if (expectedTag === tagged.tag) return event
  return tagged.siblings.has(expectedTag)
    ? undefined
    : failure({ name: pack.name, tag: tagged.tag }, 'version-mismatch', tagged.tag)
}

function failure({ name, tag }: { name: string; tag: string }, fault: Failure['fault'], version: string): Failure {
  return { kind: 'failed', place: `${name}:${tag}`, fault, name, version }
}

/** The fault of a single version; any other error ends the walk. */
function faultOf(error: unknown): SourceFault {
  if (error instanceof SourceError && error.fault !== 'cancelled') return error.fault
  throw error
}

/** Passes each version once, and gives up on a registry that is down. */
function createEventChecker(): (event: VersionEvent) => VersionEvent {
  const seen = new Set<string>()
  let unreachable = 0
  return (event) => {
    if (event.kind === 'failed') {
      unreachable = event.fault === 'unreachable' || event.fault === 'timeout' ? unreachable + 1 : 0
      if (unreachable === GIVE_UP_AFTER) throw new SourceError(event.fault === 'timeout' ? 'timeout' : 'unreachable')
      return event
    }
    unreachable = 0
    const { name, version } = event.kind === 'pack' ? event.pack : event
    const key = packKey(name, version)
    if (seen.has(key)) return failure({ name, tag: tagOf(version) }, 'duplicate', version)
    seen.add(key)
    return event
  }
}
