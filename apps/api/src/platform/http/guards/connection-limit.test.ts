import { once } from 'node:events'
import { createServer, connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { limitConnectionsOfAddress } from './connection-limit.ts'

const sockets: Socket[] = []
let server: ReturnType<typeof createServer>

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.close()
})

async function listen(unlimited: readonly string[] = []) {
  server = createServer(limitConnectionsOfAddress(unlimited))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

/** @returns the connection, and whether the server closed it */
async function open(localAddress = '127.0.0.1'): Promise<Socket> {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  sockets.push(socket)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

const openMany = async (count: number) => {
  for (let each = 0; each < count; each += 1) await open()
}
const countOpen = () => new Promise<number>((resolve) => server.getConnections((_none, count) => resolve(count)))

it('an address has at most four hundred connections, and others are undisturbed', async () => {
  await listen()
  await openMany(400)
  const over = await open()
  await once(over.resume(), 'close')
  await open('127.0.0.2')
  await expect.poll(countOpen).toBe(401)
})

it('a client that closes one may open another', async () => {
  await listen()
  await openMany(400)
  sockets.pop()?.destroy()
  await expect.poll(countOpen).toBe(399)
  await open()
  await expect.poll(countOpen).toBe(400)
})

it('trusted proxies have no limit', async () => {
  await listen(['127.0.0.0/8'])
  await openMany(420)
  await expect.poll(countOpen).toBe(420)
})
