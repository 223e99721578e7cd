import type { ArchiveReaders } from '../archives/archive-readers.ts'
import type { Descriptor, ImageManifest } from './client/oci-manifest.ts'
import { packPrefix } from './client/oci-names.ts'
import { createOciSource, type OciRegistryOptions } from './oci-source.ts'
import type { ArtifactKind } from './oci-walk.ts'
import { noContentLeft, type PackSource } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'

/** A pack is held in memory as a whole. */
const MAX_PACK_BYTES = 20 * 1024 * 1024

/**
 * Reads packs from an OCI registry with the layout that Palette documents: repository
 * `<base>/spectro-packs/archive/<name>`, tag `<version>`, one layer with the `.tar.gz` of the pack's folder. The walk
 * reads all content.
 *
 * @throws SourceError `forbidden-url` when the endpoint is not an http or https URL.
 */
export function createOciPackSource(options: OciRegistryOptions): PackSource {
  return createOciSource(options, {
    kindAt: ({ base }) => packKind(options.readers, packPrefix(base)),
    probe: (client) => client.tryCatalog(),
    readContent: noContentLeft,
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

/** The only layer, or the first with the media type of an archive if there are several. */
function archiveLayer({ layers }: ImageManifest): Descriptor {
  const layer = layers.length === 1 ? layers[0] : layers.find(isArchive)
  if (!layer) throw new SourceError('bad-response')
  return layer
}

const isArchive = ({ annotations }: Descriptor) =>
  /\.(tar\.gz|tgz)$/.test(annotations?.['org.opencontainers.image.title'] ?? '')
