import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { SourceError } from '@waybill/pack-sources'
import type { SyncChunk } from './sync-worker.ts'

/** How long a thread may take to stop when told to, before it is killed. */
const GRACE_MS = 2_000

interface ChunksOptions {
  /**
   * Starts the task; rejects if its thread ends before it does. `kill` ends the thread, or removes the task from the
   * queue.
   */
  start: (port: MessagePort, kill: AbortSignal) => Promise<void>
  /** Per chunk, from the moment it is asked for, in milliseconds. */
  deadlineMs: number
  signal?: AbortSignal
}

/**
 * Receives what a task sends in chunks, and asks for the next one when the last is used up.
 * @throws SourceError of the task; `timeout` if a chunk is late, `too-large` if its thread ended, `cancelled`
 */
export async function* receiveChunks<Item>({ start, deadlineMs, signal }: ChunksOptions): AsyncGenerator<Item> {
  const { port1, port2 } = new MessageChannel()
  const kill = new AbortController()
  let isOver = false
  const task = start(port2, kill.signal).finally(() => (isOver = true))
  task.catch(() => {}) // the error reaches whoever waits for a chunk
  try {
    for (;;) {
      const chunk = await nextChunk<Item>(port1, { task, deadlineMs, signal })
      yield* chunk.items
      if (chunk.end && 'fault' in chunk.end) throw new SourceError(chunk.end.fault)
      if (chunk.end) return
    }
  } finally {
    port1.close()
    if (!isOver) setTimeout(() => kill.abort(), GRACE_MS).unref()
  }
}

interface Waiting {
  task: Promise<void>
  deadlineMs: number
  signal: AbortSignal | undefined
}

async function nextChunk<Item>(port: MessagePort, { task, deadlineMs, signal }: Waiting): Promise<SyncChunk<Item>> {
  if (signal?.aborted) throw new SourceError('cancelled')
  const { promise, resolve, reject } = Promise.withResolvers<SyncChunk<Item>>()
  const late = setTimeout(() => reject(new SourceError('timeout')), deadlineMs)
  const cancel = () => reject(new SourceError('cancelled'))
  signal?.addEventListener('abort', cancel)
  task.catch((cause: unknown) => reject(new SourceError('too-large', { cause })))
  port.once('message', resolve)
  port.postMessage(null)
  try {
    return await promise
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', cancel)
    port.removeListener('message', resolve)
  }
}
