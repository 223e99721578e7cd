import { createHash } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'

export interface ChartVersion {
  name: string
  version: string
  /** The archive's content, for its digest. */
  content: string
  /** Further YAML lines in its entry, as real ones have. */
  more?: string
}

const entryOf = ({ name, version, content, more = '' }: ChartVersion) => `  - apiVersion: v2
    created: "2026-01-01T00:00:00Z"
    description: ${name} of ${version}
    digest: ${createHash('sha256').update(content).digest('hex')}
    name: ${name}
    urls:
    - charts/${name}-${version}.tgz
    version: ${version}
${more}`

function helmIndex(charts: readonly ChartVersion[]): string {
  const byName = Map.groupBy(charts, ({ name }) => name)
  const entries = [...byName].map(([name, versions]) => `  ${name}:\n${versions.map(entryOf).join('')}`)
  return `apiVersion: v1\nentries:\n${entries.join('')}generated: "2026-01-01T00:00:00Z"\n`
}

/** A Helm repository on loopback whose index is what was last given to `publish`. */
export async function startHelmRepository() {
  let index = helmIndex([])
  let held: PromiseWithResolvers<void> | undefined
  const asked = new EventEmitter<{ asked: [] }>()
  const server = createServer((request, response) => {
    if (request.url !== '/index.yaml') return void response.writeHead(404).end()
    void send(response.writeHead(200, { 'content-type': 'text/yaml' }))
  })
  const send = async (response: NodeJS.WritableStream) => {
    const half = Math.ceil(index.length / 2)
    response.write(index.slice(0, half))
    asked.emit('asked')
    await held?.promise
    response.end(index.slice(half))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host: `127.0.0.1:${address.port}`,
    url: `http://127.0.0.1:${address.port}/`,
    publish: (charts: readonly ChartVersion[]) => {
      index = helmIndex(charts)
    },
    /** From now on, sends only the first half of the index. */
    hold: () => {
      held = Promise.withResolvers()
    },
    release: () => {
      held?.resolve()
      held = undefined
    },
    /** Resolves when somebody has asked for the index and received its first half. */
    nextAsked: () => once(asked, 'asked'),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
