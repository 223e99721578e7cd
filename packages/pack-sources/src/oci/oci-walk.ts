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

/** One artifact, on its way to being a version of a pack. */
export interface OciArtifact {
  client: OciClient
  repository: string
  tag: string
  /** Of what the tag names: a manifest, or an index of them. */
  digest: string
  image: ImageManifest
}

/** A pack of a registry, with the repository and tag that it is fetched by. */
export interface FoundPack {
  pack: Pack
  location: string
  isContentRead: boolean
}

/** `name` where it could still be read. */
export interface Unreadable {
  fault: PackFault
  name?: string
}

/** What is looked for in a registry. */
export interface ArtifactKind {
  /** Name of the pack that a repository holds; undefined when it holds none of this kind. */
  nameOf: (repository: string) => string | undefined
  /** Reads an artifact; undefined when it is something else. @throws SourceError for what concerns this one alone. */
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
/** So many versions in a row out of reach: the registry is gone, and nobody waits for the rest to time out. */
const GIVE_UP_AFTER = 16

/**
 * Reads every tag of the repositories of a kind, in the order of repository and tag, a few at a time. A tag is a
 * version: a pack that calls itself by another fails, unless that version stands beside it as a tag of its own; then the
 * tag is an alias (`latest`, `1.33.x`) and passed over. A pack's name is its own word, whatever the repository is called; the
 * second of one name and version fails. The digest of a manifest stands for all below it, so a known one is unchanged unread.
 */
export async function* walkOci(
  registry: Omit<Walk, 'known'>,
  { known, signal }: WalkOptions,
): AsyncGenerator<SourceEvent> {
  const walk = { ...registry, known: indexKnown(known) }
  const settle = createSettling()
  const versions: TaggedVersion[] = []
  const ahead = { width: WIDTH, signal }
  for await (const listed of mapAhead(await findRepositories(walk, signal), ahead, listVersions(walk))) {
    for (const item of listed) {
      if ('kind' in item) yield settle(item)
      else versions.push(item)
    }
    if (versions.length > MAX_VERSIONS) throw new SourceError('too-large')
    yield { kind: 'expected', count: versions.length }
  }
  let passedOver = 0
  for await (const event of mapAhead(versions, ahead, readVersion(walk))) {
    if (event) yield settle(event)
    else passedOver += 1
  }
  if (passedOver > 0) yield { kind: 'expected', count: versions.length - passedOver }
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
  const said = tagOf(pack.version)
  if (said === tagged.tag) return event
  return tagged.siblings.has(said)
    ? undefined
    : failure({ name: pack.name, tag: tagged.tag }, 'version-mismatch', tagged.tag)
}

function failure({ name, tag }: { name: string; tag: string }, fault: Failure['fault'], version: string): Failure {
  return { kind: 'failed', place: `${name}:${tag}`, fault, name, version }
}

/** What ends one version only; the rest ends the walk. */
function faultOf(error: unknown): SourceFault {
  if (error instanceof SourceError && error.fault !== 'cancelled') return error.fault
  throw error
}

/** Lets each version through once, and gives up on a registry that has gone away. */
function createSettling(): (event: VersionEvent) => VersionEvent {
  const seen = new Set<string>()
  let outOfReach = 0
  return (event) => {
    if (event.kind === 'failed') {
      outOfReach = event.fault === 'unreachable' || event.fault === 'timeout' ? outOfReach + 1 : 0
      if (outOfReach === GIVE_UP_AFTER) throw new SourceError(event.fault === 'timeout' ? 'timeout' : 'unreachable')
      return event
    }
    outOfReach = 0
    const { name, version } = event.kind === 'pack' ? event.pack : event
    const key = packKey(name, version)
    if (seen.has(key)) return failure({ name, tag: tagOf(version) }, 'duplicate', version)
    seen.add(key)
    return event
  }
}
