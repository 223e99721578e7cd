import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** In everything that a hostile registry sends, so that a test can search for what got through. */
export const PEER_TEXT = 'pEeR-text-7e61'

export interface SeenRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
}

type Behaviour = (socket: Socket, request: SeenRequest) => void

const OK = 'HTTP/1.1 200 OK\r\n'
const MARK = `x-mark: ${PEER_TEXT}\r\n`

/** By path; besides `/redirect/<status>/<location>` and those in `own`. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  '/fine': (socket) => answer(socket, 'fine'),
  '/not-found': (socket) => {
    socket.write(`HTTP/1.1 404 ${PEER_TEXT}\r\n${MARK}content-length: 0\r\n\r\n`)
  },
  '/cookie': (socket) => answer(socket, '', 'set-cookie: session=1\r\n'),
  '/silent': () => undefined,
  '/garbage': (socket) => socket.end(`${PEER_TEXT} is no HTTP\r\n\r\n`),
  '/reset': (socket) => socket.resetAndDestroy(),
  '/close': (socket) => socket.end(),
  '/short': (socket) => socket.end(`${OK}${MARK}content-length: 100\r\n\r\n${PEER_TEXT}`),
  '/broken-chunk': (socket) => socket.end(`${OK}${MARK}transfer-encoding: chunked\r\n\r\n${PEER_TEXT}\r\n`),
  '/reset-body': (socket) => {
    socket.write(`${OK}${MARK}content-length: 100\r\n\r\n${PEER_TEXT}`, () => socket.resetAndDestroy())
  },
  '/endless-body': (socket) => {
    socket.write(`${OK}${MARK}\r\n`)
    pour(socket, Buffer.alloc(64 * 1024, PEER_TEXT))
  },
  '/huge-announced': (socket) => socket.write(`${OK}${MARK}content-length: 99999999999\r\n\r\n${PEER_TEXT}`),
  '/dripping-body': (socket) => {
    socket.write(`${OK}${MARK}content-length: 1000000\r\n\r\n`)
    drip(socket, 'x')
  },
  '/dripping-headers': (socket) => {
    socket.write(OK)
    drip(socket, 'x')
  },
  '/million-headers': (socket) => {
    socket.write(OK)
    pour(socket, MARK.repeat(1_000))
  },
  '/endless-hints': (socket) => pour(socket, `HTTP/1.1 103 Early Hints\r\n${MARK}\r\n`),
  '/loop': (socket) => redirect(socket, '302', '/loop'),
  '/redirect-nowhere': (socket) => socket.write('HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n'),
  '/redirect-nowhere-endless-body': (socket) => {
    socket.write('HTTP/1.1 302 Found\r\ntransfer-encoding: chunked\r\n\r\n')
    drip(socket, '1\r\nx\r\n')
  },
  '/redirect-twice': (socket) => {
    socket.write('HTTP/1.1 302 Found\r\nlocation: /fine\r\nlocation: /loop\r\ncontent-length: 0\r\n\r\n')
  },
  '/redirect-endless-body': (socket) => {
    socket.write('HTTP/1.1 302 Found\r\nlocation: /fine\r\ntransfer-encoding: chunked\r\n\r\n')
    drip(socket, '1\r\nx\r\n')
  },
}

/** A malicious registry on loopback. Uses TLS if `tls` is given. */
export async function startHostileRegistry(options: { tls?: TlsOptions; own?: Record<string, Behaviour> } = {}) {
  const behaviours = { ...BEHAVIOURS, ...options.own }
  const requests: SeenRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const serve = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    readRequests(socket, (request) => {
      requests.push(request)
      behave(behaviours, socket, request)
    })
  }
  const server: Server = options.tls ? createTlsServer(options.tls, serve) : createServer(serve)
  server.on('connection', () => (connections += 1))
  server.on('tlsClientError', () => undefined)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    /** As in ALLOWED_HOSTS. */
    host,
    url: `${options.tls ? 'https' : 'http'}://${host}`,
    requests,
    connections: () => connections,
    close: async () => {
      const closed = once(server.close(), 'close')
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
export type HostileRegistry = Awaited<ReturnType<typeof startHostileRegistry>>

/** A path that answers with a redirect. */
export const redirectPath = (status: number, location: string) => `/redirect/${status}/${encodeURIComponent(location)}`

export function answer(socket: Socket, body: string | Uint8Array, headers = ''): void {
  socket.write(`${OK}${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n`)
  socket.write(body)
}

function redirect(socket: Socket, status: string, location: string): void {
  socket.write(`HTTP/1.1 ${status} ${PEER_TEXT}\r\nlocation: ${location}\r\n${MARK}content-length: 0\r\n\r\n`)
}

function behave(behaviours: Readonly<Record<string, Behaviour>>, socket: Socket, request: SeenRequest): void {
  const [, kind, status = '', location = ''] = request.path.split('/')
  if (kind === 'redirect') return redirect(socket, status, decodeURIComponent(location))
  const behaviour = behaviours[request.path.split('?')[0] ?? '']
  if (behaviour) behaviour(socket, request)
  else socket.destroy()
}

/** Reads only the heads of requests: their bodies are empty or ignored. */
function readRequests(socket: Socket, onRequest: (request: SeenRequest) => void): void {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    for (let end = text.indexOf('\r\n\r\n'); end !== -1; end = text.indexOf('\r\n\r\n')) {
      const [line = '', ...fields] = text.slice(0, end).split('\r\n')
      const [method = '', path = ''] = line.split(' ')
      text = text.slice(end + 4)
      onRequest({ method, path, headers: Object.fromEntries(fields.map(readField)) })
    }
  })
}

function readField(field: string): [string, string] {
  const colon = field.indexOf(':')
  return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()]
}

function pour(socket: Socket, chunk: Buffer | string): void {
  const more = () => {
    while (socket.writable && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

function drip(socket: Socket, drop: string): void {
  const timer = setInterval(() => socket.write(drop), 20)
  socket.on('close', () => clearInterval(timer))
}
