import { SourceError, type SinglePacks } from '@waybill/pack-sources'
import type { TenantDb } from '../../platform/database/tenant-db.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import type { Platform } from '../../platform/platform.ts'
import { timeLimit } from '../../platform/time-limits.ts'
import { findConnection, registryOpener } from '../registry-connection/index.ts'

export type ChartTools = Pick<Platform, 'config' | 'syncReaders'> & { cipher: Pick<Cipher, 'decrypt'> }

export interface ChartLookup {
  db: TenantDb
  tools: ChartTools
}

const WITHIN_MS = 15_000

/** One deadline for everything that a request asks of registries. */
export const lookupDeadline = (): AbortSignal => AbortSignal.timeout(timeLimit(WITHIN_MS))

/** Opens a registry for one lookup, through a guarded client of its own. @throws SourceError */
export async function askRegistry<Result>(
  { db, tools }: ChartLookup,
  registryUid: string,
  ask: (single: SinglePacks) => Promise<Result>,
): Promise<Result> {
  const connection = await findConnection(db, registryUid, tools.cipher)
  if (!connection) throw new SourceError('unreachable')
  const { source, close } = registryOpener(tools)(connection)
  try {
    if (!source.single) throw new SourceError('not-a-registry')
    return await ask(source.single)
  } finally {
    await close()
  }
}
