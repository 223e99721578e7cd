export type { ArchiveReaders, IndexedChart, RepositoryPack } from './archives/archive-readers.ts'
export type { Fetcher, FetchRequest, FetchResponse } from './source/fetcher.ts'
export { createHelmSource } from './helm/helm-source.ts'
export { createInPlaceReaders } from './archives/in-place-readers.ts'
export { createEcrAuth, ecrTokenService } from './auth/ecr-auth.ts'
export { createOciHelmSource } from './oci/oci-helm-source.ts'
export { createOciPackSource } from './oci/oci-pack-source.ts'
export type { OciRegistryOptions } from './oci/oci-source.ts'
export { createOciZarfSource } from './oci/oci-zarf-source.ts'
export { createPackArchiveSource } from './archives/pack-archive-source.ts'
export { PACK_FAULTS, parsePack, type ParsedPack } from './pack/pack-files.ts'
export { createPackFolderSource } from './folders/pack-folder-source.ts'
export { readPackFolder } from './folders/pack-folder.ts'
export {
  packKey,
  type CheckOutcome,
  type KnownPack,
  type PackContent,
  type PackSource,
  type SinglePacks,
  type SourceEvent,
  type SourcePack,
  type WalkOptions,
} from './source/pack-source.ts'
export type { RegistryAuth } from './auth/registry-auth.ts'
export { SourceError, SOURCE_FAULTS, type SourceFault } from './source/source-error.ts'
