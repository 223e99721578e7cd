import type { MessagePort } from 'node:worker_threads'
import {
  createInPlaceReaders,
  type IndexedChart,
  type PackContent,
  type ParsedPack,
  type RepositoryPack,
  SourceError,
  type SourceFault,
} from '@waybill/pack-sources'
import { installLimits, type InstalledLimits } from '@waybill/profile-format'
import { workerData } from 'piscina'

/**
 * The tasks of a sync that unpack and parse what registries send. Faults are returned as data, since an error would
 * lose its class between threads. Long results are sent in chunks through a port, each on request.
 */
export interface SyncTasks {
  readPack: typeof readPack
  readChart: typeof readChart
  readRepository: typeof readRepository
  readHelmIndex: typeof readHelmIndex
}

export type SyncAnswer<Value> = { value: Value } | { fault: SourceFault }

/** One message through the port; the last one says how the task ended. */
export interface SyncChunk<Item> {
  items: Item[]
  end?: SyncAnswer<null>
}

const limits: InstalledLimits = workerData
installLimits(limits)

const readers = createInPlaceReaders()

const MAX_CHUNK_ITEMS = 200
/** In characters of text: the amount that is cloned at once, in both threads. */
const MAX_CHUNK_CHARACTERS = 1024 * 1024

export const readPack = (archive: Uint8Array): Promise<SyncAnswer<ParsedPack>> => answer(readers.readPack(archive))

export const readChart = (archive: Uint8Array): Promise<SyncAnswer<PackContent>> => answer(readers.readChart(archive))

export const readRepository = ({ file, port }: { file: string; port: MessagePort }): Promise<void> =>
  sendChunks(port, (signal) => readers.readRepository(file, signal))

interface IndexToRead {
  index: Uint8Array
  indexUrl: string
  port: MessagePort
}

export const readHelmIndex = ({ index, indexUrl, port }: IndexToRead): Promise<void> =>
  sendChunks(port, () => readers.readHelmIndex(index, indexUrl))

async function answer<Value>(work: Promise<Value>): Promise<SyncAnswer<Value>> {
  try {
    return { value: await work }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

const faultOf = (error: unknown): SourceFault => (error instanceof SourceError ? error.fault : 'bad-response')

/** The receiver asks for each chunk, so that only one is in flight. Closing the port ends the work. */
async function sendChunks<Item extends RepositoryPack | IndexedChart>(
  port: MessagePort,
  read: (signal: AbortSignal) => AsyncIterable<Item>,
): Promise<void> {
  const stop = new AbortController()
  const wanted = createTurnstile(port, stop)
  const end = await answer(
    (async () => {
      for await (const items of inChunks(read(stop.signal))) {
        await wanted()
        port.postMessage({ items } satisfies SyncChunk<Item>)
      }
      return null
    })(),
  )
  if (stop.signal.aborted) return
  await answer(wanted()) // a receiver that has left needs no last message
  port.postMessage({ items: [], end } satisfies SyncChunk<Item>)
  port.close()
}

function createTurnstile(port: MessagePort, stop: AbortController): () => Promise<void> {
  let asked = 0
  let pass = () => {}
  port.on('message', () => {
    asked += 1
    pass()
  })
  port.on('close', () => {
    stop.abort()
    pass()
  })
  return async () => {
    if (asked === 0 && !stop.signal.aborted) await new Promise<void>((resolve) => (pass = resolve))
    if (stop.signal.aborted) throw new SourceError('cancelled')
    asked -= 1
  }
}

async function* inChunks<Item extends RepositoryPack | IndexedChart>(
  items: AsyncIterable<Item>,
): AsyncGenerator<Item[]> {
  let chunk: Item[] = []
  let characters = 0
  for await (const item of items) {
    chunk.push(item)
    characters += sizeOf(item)
    if (chunk.length < MAX_CHUNK_ITEMS && characters < MAX_CHUNK_CHARACTERS) continue
    yield chunk
    chunk = []
    characters = 0
  }
  if (chunk.length > 0) yield chunk
}

function sizeOf(item: RepositoryPack | IndexedChart): number {
  if (!('pack' in item)) return 0
  const { values, schema, presets, readme, description } = item.pack
  return values.length + schema.length + presets.length + readme.length + description.length
}
