import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface FaultyLink {
  /** The database's address over the link. */
  url: string
  /** Closes every connection and refuses new ones until `mend`. */
  stop: () => Promise<void>
  /** Closes every connection; new ones are accepted. */
  cut: () => void
  /** Keeps every connection and accepts new ones, but transfers nothing until `mend`. */
  stall: () => void
  mend: () => Promise<void>
  close: () => Promise<void>
}

/** A TCP proxy in front of a database that fails on demand, as networks and databases do. */
export async function openFaultyLink(databaseUrl: string): Promise<FaultyLink> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isStalled = false
  const keep = (socket: Socket, other: () => Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      other().destroy()
    })
    if (isStalled) socket.pause()
  }
  const server = createServer((near) => {
    const far: Socket = connect(Number(target.port), target.hostname)
    near.pipe(far)
    far.pipe(near)
    keep(near, () => far)
    keep(far, () => near)
  })
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening')
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  const cut = () => sockets.forEach((socket) => socket.destroy())
  const stop = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    cut()
    await closed
  }
  return {
    url: url.href,
    stop,
    cut,
    stall() {
      isStalled = true
      sockets.forEach((socket) => socket.pause())
    },
    async mend() {
      isStalled = false
      sockets.forEach((socket) => socket.resume())
      if (!server.listening) await listen(port)
    },
    close: stop,
  }
}
