import { z } from 'zod'
import { MAX_CHART_BYTES } from '../archives/archive-limits.ts'
import type { ArchiveReaders } from '../archives/archive-readers.ts'
import { readChartEntry } from '../helm/helm-chart.ts'
import type { OciClient } from './client/oci-client.ts'
import type { Descriptor } from './client/oci-manifest.ts'
import { isDigest, isRepository } from './client/oci-names.ts'
import { createOciSource, type OciRegistryOptions } from './oci-source.ts'
import type { ArtifactKind, OciArtifact } from './oci-walk.ts'
import type { PackContent, PackSource } from '../source/pack-source.ts'
import { parseJson } from '../source/read-body.ts'
import { SourceError } from '../source/source-error.ts'

const CONFIG_TYPE = 'application/vnd.cncf.helm.config.v1+json'
/** The second type was used by Helm before 3.8. */
const CHART_TYPES = ['application/vnd.cncf.helm.chart.content.v1.tar+gzip', 'application/tar+gzip']
const MAX_CONFIG_BYTES = 1024 * 1024

/**
 * Reads Helm charts stored as OCI artifacts below the registry's base path; other artifacts are skipped. The walk reads
 * only the config blob, which holds the Chart.yaml, and leaves the archives in the registry; `readContent` fetches one.
 *
 * @throws SourceError `forbidden-url` when the endpoint is not an http or https URL.
 */
export function createOciHelmSource(options: OciRegistryOptions): PackSource {
  return createOciSource(options, {
    kindAt: ({ base }) => chartKind([...base, ''].join('/'), new URL(options.endpoint).host),
    // Many registries of charts have no catalogue and are used without syncing.
    probe: () => Promise.resolve(),
    isNamedByRepository: true,
    readContent: (client, { location }) => readChart(client, location, options.readers),
  })
}

function chartKind(prefix: string, host: string): ArtifactKind {
  return {
    nameOf: (repository) =>
      repository.startsWith(prefix) ? repository.slice(repository.lastIndexOf('/') + 1) : undefined,
    read: async (artifact) => {
      const { client, repository, tag, digest, image } = artifact
      if (image.config.mediaType !== CONFIG_TYPE) return undefined
      const config = await client.getBlob(repository, image.config, MAX_CONFIG_BYTES)
      const url = `oci://${host}/${repository}`
      const chart = readChartEntry({ ...chartYaml.parse(parseJson(config)), digest, urls: [url] }, url)
      if (!chart) return undefined
      if (chart.fault) return chart
      return { pack: chart.pack, location: `${repository}:${tag}@${digest}`, isContentRead: false }
    },
  }
}

/** Chart.yaml as JSON. It has the fields of an entry in an index, so it is read as one. */
const chartYaml = z.looseObject({}).catch({})

async function readChart(client: OciClient, location: string, readers: ArchiveReaders): Promise<PackContent> {
  const { repository, digest } = parseLocation(location)
  const { image } = await client.getImage(repository, digest)
  const layer = image.layers.find(isChart)
  if (!layer) throw new SourceError('bad-response')
  return readers.readChart(await client.getBlob(repository, layer, MAX_CHART_BYTES))
}

const isChart = ({ mediaType }: Descriptor) => CHART_TYPES.includes(mediaType)

function parseLocation(location: string): Pick<OciArtifact, 'repository' | 'digest'> {
  const [named = '', digest = ''] = location.split('@')
  const repository = named.slice(0, named.lastIndexOf(':'))
  if (!isRepository(repository) || !isDigest(digest)) throw new SourceError('bad-response')
  return { repository, digest }
}
