import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export class DataDirInUseError extends Error {}

/** Socket addresses are at most 107 bytes, so a long data directory is locked by its digest. */
function lockAddress(dataDir: string) {
  const name = `waybill-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/**
 * Holds the data directory for this process. A listening socket and no pid file: the kernel ends it with the process, so a
 * lock left by `kill -9` is told from a living owner without guessing about reused process ids.
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const address = lockAddress(dataDir)
  const first = await listen(address)
  if (first) return release(first)
  if (await answers(address)) throw new DataDirInUseError(`DATA_DIR ${dataDir} is in use by another Waybill process`)
  rmSync(address, { force: true })
  const second = await listen(address)
  if (!second) throw new DataDirInUseError(`DATA_DIR ${dataDir} is in use by another Waybill process`)
  return release(second)
}

const release = (server: Server) => () => {
  server.close()
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
