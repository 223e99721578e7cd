import { createHash } from 'node:crypto'
import { SourceError, type PackContent } from '@waybill/pack-sources'
import type { StoredTexts } from '../read/stored-pack.ts'

export interface PackContentPorts {
  /** @throws SourceError */
  readContent: (pack: StoredTexts, signal: AbortSignal) => Promise<PackContent>
  /** Does nothing when the version was synced or read anew meanwhile. */
  storeContent: (pack: StoredTexts, content: PackContent & { valuesDigest: string }) => Promise<void>
}

export interface ReadLimits {
  /** Of those that are still in their registries; the first ones win. */
  atMost: number
  withinMs: number
}

/** Nothing where it could not be read. */
type Content = Partial<Pick<StoredTexts, 'values' | 'readme' | 'isContentRead'>>

const AT_ONCE = 4

/**
 * Charts are listed without their values and README, which are read when somebody looks: once, however many look, and kept. What
 * cannot be read comes back as it was given (`isContentRead` false, texts empty).
 */
export function createContentReader() {
  const reading = new Map<string, Promise<Content>>()

  function read(ports: PackContentPorts, pack: StoredTexts, signal: AbortSignal): Promise<Content> {
    const running = reading.get(pack.uid)
    if (running) return running
    const started = readAndStore(ports, pack, signal).finally(() => reading.delete(pack.uid))
    reading.set(pack.uid, started)
    return started
  }

  return async <Texts extends StoredTexts>(
    ports: PackContentPorts,
    packs: readonly Texts[],
    { atMost, withinMs }: ReadLimits,
  ): Promise<Texts[]> => {
    const waiting = packs.filter(({ isContentRead }) => !isContentRead).slice(0, atMost)
    const found = new Map<string, Content>()
    const signal = AbortSignal.timeout(withinMs)
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        found.set(next.uid, await read(ports, next, signal))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return packs.map((pack) => ({ ...pack, ...found.get(pack.uid) }))
  }
}

async function readAndStore(ports: PackContentPorts, pack: StoredTexts, signal: AbortSignal): Promise<Content> {
  try {
    const { values, readme } = await ports.readContent(pack, signal)
    await ports.storeContent(pack, { values, readme, valuesDigest: createHash('sha256').update(values).digest('hex') })
    return { values, readme, isContentRead: true }
  } catch (error) {
    if (error instanceof SourceError) return {}
    throw error
  }
}
