import type { ArchiveReaders } from './archive-readers.ts'
import { readChartArchive } from './read-chart-archive.ts'
import { readHelmIndex } from '../helm/read-helm-index.ts'
import { readPackArchive } from './read-pack-archive.ts'
import { readRepositoryArchive } from './read-repository-archive.ts'

/** Readers that run in the calling thread: for tests, command lines, and the server's worker threads. */
export function createInPlaceReaders(): ArchiveReaders {
  return {
    readPack: readPackArchive,
    readRepository: readRepositoryArchive,
    readHelmIndex,
    readChart: readChartArchive,
  }
}
