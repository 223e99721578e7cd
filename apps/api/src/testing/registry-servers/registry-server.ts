import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Endpoints } from '../tenancy/requests/own-inputs.ts'

/** An empty Helm repository, OCI registry and pack archive, which accept any credentials. */
export async function startRegistryServer() {
  const server = createServer(({ url = '' }, response) => {
    if (url.endsWith('/index.yaml')) response.end('apiVersion: v1\nentries: {}\n')
    else if (url.endsWith('.tar.gz')) response.end(gzipSync(new Uint8Array(1_024)))
    else {
      response.setHeader('docker-distribution-api-version', 'registry/2.0')
      response.setHeader('content-type', 'application/json').end('{"repositories":[]}')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const endpoints: Endpoints = {
    helm: `http://${host}/charts`,
    pack: `http://${host}/packs.tar.gz`,
    oci: `http://${host}`,
  }
  return {
    host,
    endpoints,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
