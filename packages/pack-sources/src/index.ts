export type { ArchiveReaders, IndexedChart, RepositoryPack } from './archive-readers.ts'
export type { Fetcher, FetchRequest, FetchResponse } from './fetcher.ts'
export { createHelmSource, type HelmSourceOptions } from './helm-source.ts'
export { createInPlaceReaders } from './in-place-readers.ts'
export { createEcrAuth, ecrTokenPlace } from './ecr-auth.ts'
export { createOciHelmSource } from './oci-helm-source.ts'
export { createOciPackSource } from './oci-pack-source.ts'
export type { OciRegistryOptions } from './oci-source.ts'
export { createOciZarfSource } from './oci-zarf-source.ts'
export { createPackArchiveSource, type PackArchiveSourceOptions } from './pack-archive-source.ts'
export { PACK_FAULTS, parsePack, type Pack, type PackFault, type PackFiles, type ParsedPack } from './pack-files.ts'
export { createPackFolderSource } from './pack-folder-source.ts'
export { readPackFolder, type FolderPack } from './pack-folder.ts'
export {
  packKey,
  type CheckOutcome,
  type KnownPack,
  type KnownPacks,
  type PackContent,
  type PackSource,
  type SourceEvent,
  type SourcePack,
  type WalkOptions,
} from './pack-source.ts'
export type { RegistryAuth } from './registry-auth.ts'
export { SourceError, SOURCE_FAULTS, type SourceFault } from './source-error.ts'
