import type { ParsedPack } from '../pack/pack-files.ts'
import type { PackContent, SourcePack } from '../source/pack-source.ts'

/** One folder of a pack repository: its path inside the archive, and how many such folders there are in all. */
export type RepositoryPack = ParsedPack & { folder: string; total: number }

/** A chart version out of a Helm index, or why it is left out; name and version are empty where they cannot be read. */
export type IndexedChart =
  | (SourcePack & { fault?: undefined })
  | { fault: 'invalid-chart' | 'invalid-version' | 'duplicate'; name: string; version: string }

/**
 * Everything that unpacks or parses what a registry sent. The API runs these in worker threads, so that nobody's request waits
 * for them; tests and command lines run them in place. An archive may hold no links and no path out of
 * itself; count, size and ratio of its files are bounded. Bytes that are handed over may not be used afterwards: they may have gone to
 * another thread.
 */
export interface ArchiveReaders {
  /** A `.tar.gz` of one pack folder (the layer of a pack's OCI artifact). @throws SourceError `bad-response`, `too-large` */
  readPack: (archive: Uint8Array) => Promise<ParsedPack>
  /**
   * A file on disk: `.tar.gz` of a folder of packs, at any depth (the archive download of a public repository wraps them in a
   * folder of its own). @throws SourceError
   */
  readRepository: (file: string, signal: AbortSignal) => AsyncIterable<RepositoryPack>
  /** A Helm `index.yaml` in full. @throws SourceError `not-a-registry`, `too-large` */
  readHelmIndex: (index: Uint8Array, indexUrl: string) => AsyncIterable<IndexedChart>
  /** values.yaml and README of a chart's `.tgz`. @throws SourceError `bad-response`, `too-large` */
  readChart: (archive: Uint8Array) => Promise<PackContent>
}
