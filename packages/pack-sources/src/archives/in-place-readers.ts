import type { ArchiveReaders } from './archive-readers.ts'
import { readChartArchive } from './read-chart-archive.ts'
import { readHelmIndex } from '../helm/read-helm-index.ts'
import { readPackArchive } from './read-pack-archive.ts'
import { readRepositoryArchive } from './read-repository-archive.ts'

/** Readers that work where they are called: for tests, command lines, and the worker that does it for the server. */
export function createInPlaceReaders(): ArchiveReaders {
  return {
    readPack: readPackArchive,
    readRepository: readRepositoryArchive,
    readHelmIndex,
    readChart: readChartArchive,
  }
}
