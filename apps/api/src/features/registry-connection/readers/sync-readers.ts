import type { MessagePort, Transferable } from 'node:worker_threads'
import { type ArchiveReaders, type IndexedChart, type RepositoryPack, SourceError } from '@waybill/pack-sources'
import { installedLimits } from '@waybill/profile-format'
import type { Piscina } from 'piscina'
import { timeLimit } from '../../../platform/time-limits.ts'
import { openThreads, type OnThreadFault } from '../../../platform/workers/threads.ts'
import { receiveChunks } from './receive-chunks.ts'
import type { SyncAnswer, SyncTasks } from './sync-worker.ts'

/** One pack, one chart. */
const TASK_MS = 10_000
/** One chunk of an archive or index; the first chunk of a large archive comes after all of it has been read. */
const CHUNK_MS = 120_000
const IDLE_MS = 10_000

export interface SyncReaders extends ArchiveReaders {
  close: () => Promise<void>
}

interface SyncReadersOptions {
  onFault: OnThreadFault
  file?: URL
  taskMs?: number
}

/**
 * Readers in a thread apart from the one that serves requests, started by the first task and ended when idle. It gets
 * no settings, and so no secrets. The readers limit what they unpack; if the heap still exceeds its limit, the thread
 * and its tasks end, never the server.
 */
export function createSyncReaders({
  onFault,
  file = new URL('./sync-worker.ts', import.meta.url),
  taskMs = timeLimit(TASK_MS),
}: SyncReadersOptions): SyncReaders {
  let pool: Piscina | undefined
  const open = () =>
    (pool ??= openThreads({
      file,
      workerData: installedLimits(),
      maxThreads: 1,
      // Piscina's own balancer gives each abortable task a thread to itself, and these tasks mostly wait.
      loadBalancer: (_task, [thread]) => thread ?? null,
      idleTimeout: IDLE_MS,
      onFault,
    }))

  const start = (name: keyof SyncTasks, payload: object, { port, kill, also = [] }: Started): Promise<void> =>
    open().run({ ...payload, port }, { name, signal: kill, transferList: [port, ...also] })

  const readOne = async <Value>(name: 'readPack' | 'readChart', archive: Uint8Array): Promise<Value> => {
    const owned = ownBytes(archive)
    const signal = AbortSignal.timeout(taskMs)
    const task: Promise<SyncAnswer<Value>> = open().run(owned, { name, signal, transferList: [owned.buffer] })
    const answer = await task.catch((cause: unknown): never => {
      throw new SourceError(signal.aborted ? 'timeout' : 'too-large', { cause })
    })
    if ('fault' in answer) throw new SourceError(answer.fault)
    return answer.value
  }

  return {
    readPack: (archive) => readOne('readPack', archive),
    readChart: (archive) => readOne('readChart', archive),
    readRepository: (archive, signal) =>
      receiveChunks<RepositoryPack>({
        start: (port, kill) => start('readRepository', { file: archive }, { port, kill }),
        deadlineMs: timeLimit(CHUNK_MS),
        signal,
      }),
    readHelmIndex: (index, indexUrl) =>
      receiveChunks<IndexedChart>({
        start: (port, kill) => {
          const owned = ownBytes(index)
          return start('readHelmIndex', { index: owned, indexUrl }, { port, kill, also: [owned.buffer] })
        },
        deadlineMs: timeLimit(CHUNK_MS),
      }),
    close: async () => pool?.destroy(),
  }
}

interface Started {
  port: MessagePort
  kill: AbortSignal
  also?: Transferable[]
}

/** Transferred to the thread instead of copied; bytes that share their memory with others are copied first. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes)
}
