import { hash } from 'node:crypto'
import { SourceError } from '@waybill/pack-sources'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { askEach } from '../../../platform/outbound/ask-each.ts'
import { timeLimit } from '../../../platform/time-limits.ts'
import { findConnection, type OpenRegistry } from '../../registry-connection/index.ts'
import { storeContent } from '../read/pack-repository.ts'
import type { StoredTexts } from '../read/stored-pack.ts'

export interface PackContentTools {
  cipher: Pick<Cipher, 'decrypt'>
  openRegistry: OpenRegistry
}

interface ReadLimits {
  /** How many charts to fetch; the first ones take precedence. */
  atMost: number
  withinMs: number
}

/** Where the content of a pack is, if it is not stored. */
type Origin = Pick<StoredTexts, 'uid' | 'registryUid' | 'isContentRead' | 'location' | 'sourceDigest'>

/** Empty if the content could not be fetched. */
type Content = Partial<Pick<StoredTexts, 'values' | 'readme' | 'isContentRead'>>

export type OpenTexts = ReturnType<typeof createOpenTexts>

/**
 * Charts are listed without their values and README, which are fetched once somebody needs them, stored, and shared by
 * concurrent requests.
 * @returns a function that completes packs' texts, in order. What cannot be fetched is returned as it was given
 * (`isContentRead` false, texts empty)
 */
export function createOpenTexts(tools: PackContentTools) {
  const reading = new Map<string, Promise<Content>>()

  function read(db: TenantDb, pack: Origin, signal: AbortSignal): Promise<Content> {
    const running = reading.get(pack.uid)
    if (running) return running
    const started = readAndStore({ db, tools }, pack, signal).finally(() => reading.delete(pack.uid))
    reading.set(pack.uid, started)
    return started
  }

  return async <Pack extends Origin>(
    db: TenantDb,
    packs: readonly Pack[],
    { atMost, withinMs }: ReadLimits,
  ): Promise<Pack[]> => {
    const waiting = packs.filter(({ isContentRead }) => !isContentRead).slice(0, atMost)
    const signal = AbortSignal.timeout(timeLimit(withinMs))
    const found = new Map(await askEach(waiting, async (pack) => [pack.uid, await read(db, pack, signal)] as const))
    return packs.map((pack) => ({ ...pack, ...found.get(pack.uid) }))
  }
}

interface Reading {
  db: TenantDb
  tools: PackContentTools
}

async function readAndStore({ db, tools }: Reading, pack: Origin, signal: AbortSignal): Promise<Content> {
  try {
    const { values, readme } = await readFromRegistry({ db, tools }, pack, signal)
    const valuesDigest = hash('sha256', values, 'hex')
    await storeContent(db, pack, { values, readme, valuesDigest })
    return { values, readme, isContentRead: true }
  } catch (error) {
    if (error instanceof SourceError) return {}
    throw error
  }
}

async function readFromRegistry({ db, tools }: Reading, pack: Origin, signal: AbortSignal) {
  const connection = await findConnection(db, pack.registryUid, tools.cipher)
  if (!connection) throw new SourceError('unreachable')
  const { source, close } = tools.openRegistry(connection)
  try {
    return await source.readContent(pack, signal)
  } finally {
    await close()
  }
}
