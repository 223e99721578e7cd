import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Socket } from 'node:net'
import { ERRORS, type ErrorBody } from '@waybill/api-contract'
import { limitConnectionsOfAddress } from './guards/connection-limit.ts'
import { newUid } from '../database/uid.ts'

/**
 * Slow clients are disconnected: headers within 10 s, the whole request within 30 s, an idle connection after a minute.
 */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}
const SILENT_CONNECTION_MS = 60_000
const MAX_CONNECTIONS = 2_000

export interface TlsFiles {
  cert: Buffer
  key: Buffer
}

export interface ServerOptions {
  tls: TlsFiles | undefined
  /** Many users share their connections. */
  trustedProxies: readonly string[]
}

export function createServer(handler: RequestListener, { tls, trustedProxies }: ServerOptions): Server {
  const server = tls ? createHttpsServer({ ...TIMEOUTS, ...tls }, handler) : createHttpServer(TIMEOUTS, handler)
  server.maxConnections = MAX_CONNECTIONS
  server.setTimeout(SILENT_CONNECTION_MS)
  server.on('connection', limitConnectionsOfAddress(trustedProxies))
  return server
}

/** Answers what never became a request: not HTTP, headers too large, or too slow. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const body: ErrorBody = { code: 'BadRequest', message: ERRORS.BadRequest.title, details: [], ref: newUid() }
  const text = JSON.stringify(body)
  const head = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close`
  socket.end(`HTTP/1.1 ${statusLineOf(error.code)}\r\n${head}\r\n\r\n${text}`)
}

function statusLineOf(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}
