import type { ParsedPack } from '../pack/pack-files.ts'
import type { PackContent, SourcePack } from '../source/pack-source.ts'

/** One folder of a pack repository: its path inside the archive, and how many such folders there are in all. */
export type RepositoryPack = ParsedPack & { folder: string; total: number }

/** A chart version in a Helm index, or why it is skipped; name and version are empty when they cannot be read. */
export type IndexedChart =
  | (SourcePack & { fault?: undefined })
  | { fault: 'invalid-chart' | 'invalid-version' | 'duplicate'; name: string; version: string }

/**
 * Everything that unpacks or parses what a registry sends. The API runs these in worker threads, so that requests do
 * not wait for them; tests and command lines run them in place. An archive must not contain links or paths that lead
 * out of it, and the number, size and compression ratio of its files are limited. The bytes passed in must not be used
 * afterwards: they may have been transferred to another thread.
 */
export interface ArchiveReaders {
  /**
   * A `.tar.gz` of one pack folder (the layer of a pack's OCI artifact).
   * @throws SourceError `bad-response`, `too-large`
   */
  readPack: (archive: Uint8Array) => Promise<ParsedPack>
  /**
   * A file on disk: the `.tar.gz` of a folder of packs at any depth. (The archive download of a public repository has
   * an extra folder at the top.) @throws SourceError
   */
  readRepository: (file: string, signal: AbortSignal) => AsyncIterable<RepositoryPack>
  /** A whole Helm `index.yaml`. @throws SourceError `not-a-registry`, `too-large` */
  readHelmIndex: (index: Uint8Array, indexUrl: string) => AsyncIterable<IndexedChart>
  /** The values.yaml and README of a chart's `.tgz`. @throws SourceError `bad-response`, `too-large` */
  readChart: (archive: Uint8Array) => Promise<PackContent>
}
