import type { ArchiveReaders } from '../archives/archive-readers.ts'
import type { Descriptor, ImageManifest } from './client/oci-manifest.ts'
import { packPrefix } from './client/oci-names.ts'
import { createOciSource, type OciRegistryOptions } from './oci-source.ts'
import type { ArtifactKind } from './oci-walk.ts'
import type { PackSource } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'

/** A pack is held in memory whole. */
const MAX_PACK_BYTES = 20 * 1024 * 1024

/**
 * Packs in an OCI registry, laid out as Palette documents it: repository `<base>/spectro-packs/archive/<name>`, tag `<version>`,
 * one layer with the `.tar.gz` of the pack's folder. Everything is read in the walk.
 *
 * @throws SourceError `forbidden-url` when the endpoint is no address of http or https.
 */
export function createOciPackSource(options: OciRegistryOptions): PackSource {
  return createOciSource(options, {
    kindAt: ({ base }) => packKind(options.readers, packPrefix(base)),
    probe: (client) => client.tryCatalog(),
    // The walk has read it all: nothing in the catalogue says that content is still here.
    readContent: () => Promise.reject(new SourceError('bad-response')),
  })
}

function packKind(readers: ArchiveReaders, prefix: string): ArtifactKind {
  return {
    nameOf: (repository) => {
      const name = repository.startsWith(prefix) ? repository.slice(prefix.length) : ''
      return name === '' || name.includes('/') ? undefined : name
    },
    read: async ({ client, repository, image }) => {
      const archive = await client.getBlob(repository, archiveLayer(image), MAX_PACK_BYTES)
      const parsed = await readers.readPack(archive)
      return 'fault' in parsed ? parsed : { pack: parsed.pack, location: '', isContentRead: true }
    },
  }
}

/** The only layer; of several, the first that is called like an archive. */
function archiveLayer({ layers }: ImageManifest): Descriptor {
  const layer = layers.length === 1 ? layers[0] : layers.find(isArchive)
  if (!layer) throw new SourceError('bad-response')
  return layer
}

const isArchive = ({ annotations }: Descriptor) =>
  /\.(tar\.gz|tgz)$/.test(annotations?.['org.opencontainers.image.title'] ?? '')
