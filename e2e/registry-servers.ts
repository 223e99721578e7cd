import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { startOciRegistry, type TestOciRegistry } from '@waybill/pack-sources/testing'
import { type ArchiveFiles, makeTarGz } from '@waybill/pack-sources/testing/tar-gz'

/** A pack to publish: its pack.json and its values. */
export interface PackToPublish {
  name: string
  version: string
  layer: string
  cloudTypes?: readonly string[]
  values?: string
}

/** Real registries on loopback, one of each kind. */
export interface RegistryServers {
  packs: PackServer
  charts: ChartServer
  oci: TestOciRegistry & { publish: (base: string, pack: PackToPublish) => Promise<void> }
  stop: () => Promise<void>
}

export interface PackServer {
  /** The archive's address. */
  endpoint: string
  /** Adds files or packs to the archive. */
  add: (files: ArchiveFiles) => void
  publish: (pack: PackToPublish) => void
  /** Holds back responses until the returned function is called, so that a sync can be observed while running. */
  hold: () => () => void
}

export interface ChartServer {
  endpoint: string
  publish: (chart: { name: string; version: string }) => Promise<void>
}

/** The ports that the installation under test may connect to; undefined for an existing installation. */
export function registryPorts(): readonly number[] | undefined {
  return process.env['E2E_REGISTRY_PORTS']?.split(',').map(Number)
}

export async function startRegistries(ports: readonly number[]): Promise<RegistryServers> {
  const [packPort = 0, chartPort = 0, ociPort = 0] = ports
  const packs = await startPackServer(packPort)
  const charts = await startChartServer(chartPort)
  const registry = await startOciRegistry({ port: ociPort })
  return {
    packs,
    charts,
    oci: {
      ...registry,
      publish: async (base, pack) => {
        await registry.pushPack(`${base}/spectro-packs/archive/${pack.name}`, pack.version, packFiles(pack))
      },
    },
    stop: async () => {
      await Promise.all([packs.stop(), charts.stop(), registry.stop()])
    },
  }
}

function packFiles({ name, version, layer, cloudTypes = ['all'], values = '' }: PackToPublish): ArchiveFiles {
  const folder = `${name}-${version}`
  const packJson = { name, displayName: name, version, layer, cloudTypes }
  return {
    [`${folder}/pack.json`]: JSON.stringify(packJson),
    [`${folder}/values.yaml`]: values,
    [`${folder}/README.md`]: `# ${name}\n`,
  }
}

async function startPackServer(port: number): Promise<PackServer & { stop: () => Promise<void> }> {
  let files: ArchiveFiles = {}
  let held: Promise<void> = Promise.resolve()
  const server = await listen(port, async (path) => {
    if (path !== '/packs.tar.gz') return undefined
    await held
    const named = Object.entries(files).map(([file, content]) => [`packs-main/packs/${file}`, content])
    return { type: 'application/gzip', body: await makeTarGz(Object.fromEntries(named)) }
  })
  const add = (more: ArchiveFiles) => {
    files = { ...files, ...more }
  }
  return {
    endpoint: `http://127.0.0.1:${port}/packs.tar.gz`,
    add,
    publish: (pack) => add(packFiles(pack)),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    stop: () => close(server),
  }
}

async function startChartServer(port: number): Promise<ChartServer & { stop: () => Promise<void> }> {
  const archives = new Map<string, Uint8Array>()
  const entries: Record<string, object[]> = {}
  const server = await listen(port, async (path) => {
    if (path === '/charts/index.yaml') {
      // JSON is valid YAML.
      return { type: 'text/yaml', body: JSON.stringify({ apiVersion: 'v1', entries }) }
    }
    const body = archives.get(path)
    return body && { type: 'application/gzip', body }
  })
  return {
    endpoint: `http://127.0.0.1:${port}/charts`,
    publish: async ({ name, version }) => {
      const chart = { apiVersion: 'v2', name, version, description: `The chart ${name}` }
      const archive = await makeTarGz({
        [`${name}/Chart.yaml`]: JSON.stringify(chart),
        [`${name}/values.yaml`]: 'replicas: 1\n',
        [`${name}/README.md`]: `# ${name}\n`,
      })
      archives.set(`/charts/${name}-${version}.tgz`, archive)
      entries[name] = [...(entries[name] ?? []), { ...chart, urls: [`${name}-${version}.tgz`] }]
    },
    stop: () => close(server),
  }
}

type Answer = { type: string; body: string | Uint8Array } | undefined

async function listen(port: number, answerOf: (path: string) => Promise<Answer>): Promise<Server> {
  const server = createServer((request, response) => {
    void answerOf(request.url ?? '/').then((answer) => {
      if (answer) response.setHeader('content-type', answer.type).end(answer.body)
      else response.writeHead(404).end()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
