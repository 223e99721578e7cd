import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { type PlainAgents, sendPlain } from '../plain-fetcher.ts'
import { type ArchiveFiles, makeTarGz, readFolderFiles } from '../tar-gz.ts'

/**
 * Pushes artifacts to a registry, as `oras push` and `helm push` do. Every push resolves to the digest of the manifest.
 */
export interface OciPusher {
  /** Pushes one layer: the `.tar.gz` of these files. */
  pushPack: (repository: string, tag: string, files: ArchiveFiles) => Promise<string>
  /** The same for a folder on disk. */
  pushPackFolder: (repository: string, tag: string, place: { parent: string; folder: string }) => Promise<string>
  /** `chartYaml` is the content of Chart.yaml as an object; it becomes the config blob. */
  pushChart: (repository: string, tag: string, chart: { chartYaml: object; files: ArchiveFiles }) => Promise<string>
  pushBlob: (repository: string, blob: Uint8Array, mediaType: string) => Promise<PushedBlob>
  pushManifest: (
    repository: string,
    reference: string,
    manifest: { mediaType: string; [field: string]: unknown },
  ) => Promise<string>
  /** Deletes a manifest together with the tags that point to it. */
  removeManifest: (repository: string, digest: string) => Promise<void>
}

export interface PushedBlob {
  mediaType: string
  digest: string
  size: number
  annotations?: Record<string, string>
}

interface PusherOptions {
  endpoint: string
  agents: PlainAgents
  authorizationFor: (repository: string) => string | undefined
}

const IMAGE_TYPE = 'application/vnd.oci.image.manifest.v1+json'
const ARCHIVE_TYPE = 'application/vnd.oci.image.layer.v1.tar+gzip'
const HELM_CONFIG_TYPE = 'application/vnd.cncf.helm.config.v1+json'
const HELM_CHART_TYPE = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip'

export function createOciPusher(options: PusherOptions): OciPusher {
  const api = (repository: string) => `${options.endpoint}/v2/${repository}`
  const send = sender(options)

  const pushBlob: OciPusher['pushBlob'] = async (repository, blob, mediaType) => {
    const digest = digestOf(blob)
    const started = await send(repository, { method: 'POST', url: `${api(repository)}/blobs/uploads/` })
    const upload = new URL(started.headers.location ?? '', options.endpoint)
    upload.searchParams.set('digest', digest)
    await send(repository, { method: 'PUT', url: upload.href, body: blob, type: 'application/octet-stream' })
    return { mediaType, digest, size: blob.byteLength }
  }
  const pushManifest: OciPusher['pushManifest'] = async (repository, reference, manifest) => {
    const body = Buffer.from(JSON.stringify(manifest))
    const url = `${api(repository)}/manifests/${reference}`
    await send(repository, { method: 'PUT', url, body, type: manifest.mediaType })
    return digestOf(body)
  }
  const pushArtifact = (repository: string, tag: string, parts: { config: PushedBlob; layers: PushedBlob[] }) =>
    pushManifest(repository, tag, { schemaVersion: 2, mediaType: IMAGE_TYPE, ...parts })
  const pushEmptyConfig = oneByOne((repository) =>
    pushBlob(repository, Buffer.from('{}'), 'application/vnd.unknown.config.v1+json'),
  )
  const pushPack: OciPusher['pushPack'] = async (repository, tag, files) => {
    const config = await pushEmptyConfig(repository)
    const layer = await pushBlob(repository, await makeTarGz(files), ARCHIVE_TYPE)
    const annotations = { 'org.opencontainers.image.title': `${repository.split('/').at(-1)}-${tag}.tar.gz` }
    return pushArtifact(repository, tag, { config, layers: [{ ...layer, annotations }] })
  }

  return {
    pushPack,
    pushPackFolder: async (repository, tag, { parent, folder }) =>
      pushPack(repository, tag, await readFolderFiles(parent, folder)),
    pushChart: async (repository, tag, { chartYaml, files }) => {
      const config = await pushBlob(repository, Buffer.from(JSON.stringify(chartYaml)), HELM_CONFIG_TYPE)
      const layer = await pushBlob(repository, await makeTarGz(files), HELM_CHART_TYPE)
      return pushArtifact(repository, tag, { config, layers: [layer] })
    },
    pushBlob,
    pushManifest,
    removeManifest: async (repository, digest) => {
      await send(repository, { method: 'DELETE', url: `${api(repository)}/manifests/${digest}` })
    },
  }
}

/**
 * Runs once per key, and never two at a time: docker-registry loses a blob that two clients push at the same moment.
 */
function oneByOne<Result>(work: (key: string) => Promise<Result>): (key: string) => Promise<Result> {
  const done = new Map<string, Promise<Result>>()
  let last: Promise<unknown> = Promise.resolve()
  return (key) => {
    const result = done.get(key) ?? last.then(() => work(key))
    done.set(key, result)
    last = result.catch(() => {}) // the caller gets the error
    return result
  }
}

const digestOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

interface PushRequest {
  method: string
  url: string
  body?: Uint8Array
  type?: string
}

function sender({ agents, authorizationFor }: PusherOptions) {
  return async (repository: string, { method, url, body, type }: PushRequest) => {
    const authorization = authorizationFor(repository)
    const headers = {
      ...(authorization !== undefined && { authorization }),
      ...(type !== undefined && { 'content-type': type }),
      'content-length': `${body?.byteLength ?? 0}`,
    }
    const answer = await sendPlain({ method, url, headers, ...(body && { body }) }, agents)
    const text = await buffer(answer)
    if ((answer.statusCode ?? 500) >= 300) {
      throw new Error(`${method} to the test registry was answered ${answer.statusCode}: ${text.toString()}`)
    }
    return answer
  }
}
