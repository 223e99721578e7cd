import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export interface ChartVersion {
  name: string
  version: string
  /** What stands in its archive, for its digest. */
  content: string
  /** Lines of YAML more in its entry, as real ones have them. */
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

const PARTS = 20

/** A Helm repository on loopback whose index is what `publish` said last, sent in parts that take `dripMs` together. */
export async function startHelmRepository({ dripMs = 0 } = {}) {
  let index = helmIndex([])
  let asked = 0
  const server = createServer((request, response) => {
    if (request.url !== '/index.yaml') return void response.writeHead(404).end()
    asked += 1
    void send(response.writeHead(200, { 'content-type': 'text/yaml' }))
  })
  const send = async (response: NodeJS.WritableStream) => {
    const size = Math.ceil(index.length / PARTS)
    for (let at = 0; at < index.length; at += size) {
      response.write(index.slice(at, at + size))
      if (dripMs > 0) await wait(dripMs / PARTS)
    }
    response.end()
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
    timesAsked: () => asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
