import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'

/** Slow clients are let go: headers within 10 s, the whole request within 30 s, a silent connection after a minute. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}
const SILENT_CONNECTION_MS = 60_000
const MAX_CONNECTIONS = 1_000

export interface TlsFiles {
  cert: Buffer
  key: Buffer
}

export function createServer(handler: RequestListener, tls: TlsFiles | undefined): Server {
  const server = tls ? createHttpsServer({ ...TIMEOUTS, ...tls }, handler) : createHttpServer(TIMEOUTS, handler)
  server.maxConnections = MAX_CONNECTIONS
  server.setTimeout(SILENT_CONNECTION_MS)
  return server
}
