import type { ArchiveReaders } from '../archives/archive-readers.ts'
import { outcomeOf } from '../source/check-outcome.ts'
import type { Fetcher } from '../source/fetcher.ts'
import { createOciClient, type OciClient } from './client/oci-client.ts'
import { type ApiRoot, findApiRoot, parseEndpoint, type RegistryPlace } from './client/oci-root.ts'
import { openOciSession } from './client/oci-session.ts'
import { ociSinglePacks } from './oci-single-packs.ts'
import { type ArtifactKind, walkOci } from './oci-walk.ts'
import type { PackSource } from '../source/pack-source.ts'
import type { RegistryAuth } from '../auth/registry-auth.ts'

/** A registry that speaks the OCI distribution spec, and how it lets us in. */
export interface OciRegistryOptions extends RegistryPlace {
  /** A function where they have to be asked for first; it throws SourceError. */
  auth: RegistryAuth | ((signal: AbortSignal) => Promise<RegistryAuth>)
  fetch: Fetcher
  readers: ArchiveReaders
}

type SourceOptions = Omit<OciRegistryOptions, 'readers'>

interface Provider {
  kindAt: (root: ApiRoot) => ArtifactKind
  /** The least that must be allowed for this provider to be of use. */
  probe: (client: OciClient) => Promise<void>
  readContent: (client: OciClient, version: { location: string }) => ReturnType<PackSource['readContent']>
  /** Whether the repository of a pack is called by its name alone, so that one can be asked for. */
  isNamedByRepository?: boolean
}

/** @throws SourceError `forbidden-url` when the endpoint is no address of http or https. */
export function createOciSource(options: SourceOptions, provider: Provider): PackSource {
  const { origin } = parseEndpoint(options.endpoint)
  const connect = async (signal: AbortSignal) => {
    const auth = typeof options.auth === 'function' ? await options.auth(signal) : options.auth
    const session = openOciSession({ fetch: options.fetch, auth, origin })
    return { session, root: await findApiRoot(session, options, signal) }
  }
  const open = async (signal: AbortSignal) => {
    const { session, root } = await connect(signal)
    return { client: createOciClient(session, root, signal), root }
  }
  const openClient = async (signal: AbortSignal) => (await open(signal)).client
  const openNamed = async (signal: AbortSignal) => {
    const { client, root } = await open(signal)
    return { client, base: root.base, kind: provider.kindAt(root) }
  }
  return {
    check: async (signal) => {
      try {
        await provider.probe(await openClient(signal))
        return 'ok'
      } catch (error) {
        return outcomeOf(error)
      }
    },
    async *walk(walkOptions) {
      const { session, root } = await connect(walkOptions.signal)
      yield* walkOci({ session, root, kind: provider.kindAt(root) }, walkOptions)
    },
    readContent: async (version, signal) => provider.readContent(await openClient(signal), version),
    ...(provider.isNamedByRepository && { single: ociSinglePacks(openNamed) }),
  }
}
