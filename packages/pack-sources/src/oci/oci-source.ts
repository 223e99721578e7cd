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

/** A registry that implements the OCI distribution spec, and its credentials. */
export interface OciRegistryOptions extends RegistryPlace {
  /** The credentials, or a function that fetches them and throws SourceError. */
  auth: RegistryAuth | ((signal: AbortSignal) => Promise<RegistryAuth>)
  fetch: Fetcher
  readers: ArchiveReaders
}

type SourceOptions = Omit<OciRegistryOptions, 'readers'>

interface Provider {
  kindAt: (root: ApiRoot) => ArtifactKind
  /** The cheapest request that must succeed for this provider to be of use. */
  probe: (client: OciClient) => Promise<void>
  readContent: (client: OciClient, version: { location: string }) => ReturnType<PackSource['readContent']>
  /** Whether repositories are named after their packs, so that a single pack can be looked up. */
  isNamedByRepository?: boolean
}

/** @throws SourceError `forbidden-url` when the endpoint is not an http or https URL. */
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
