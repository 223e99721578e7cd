import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  url: string
  authorization: string | undefined
}

/** A Helm repository on loopback that records requests; `answer` changes its response. */
export async function startIndexServer() {
  const asked: Asked[] = []
  let connections = 0
  let status = 200
  let password: string | undefined
  const server: Server = createServer((request: IncomingMessage, response) => {
    const { authorization } = request.headers
    asked.push({ url: request.url ?? '', authorization })
    const isLetIn = password === undefined || authorization === `Basic ${btoa(`user:${password}`)}`
    response.statusCode = isLetIn ? status : 401
    response.end(isLetIn && status === 200 ? 'apiVersion: v1\nentries: {}\n' : 'secret words of the peer')
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/charts`,
    host: `127.0.0.1:${port}`,
    asked,
    connections: () => connections,
    answer: (next: { status?: number; password?: string | undefined }) => {
      status = next.status ?? 200
      password = next.password
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type IndexServer = Awaited<ReturnType<typeof startIndexServer>>
