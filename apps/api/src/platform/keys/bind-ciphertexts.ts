import type { FastifyBaseLogger } from 'fastify'
import { Prisma, type Database } from '../database/prisma.ts'
import { CipherError, type Cipher, type CipherPlace } from './cipher.ts'

interface SealedColumn {
  table: CipherPlace['table']
  column: string
}

/** Missing here: answers under idempotency keys, which are gone within a day, and what was never written unbound. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'layers', column: 'values' },
  { table: 'layers', column: 'inspection' },
  { table: 'manifests', column: 'content' },
  { table: 'manifests', column: 'inspection' },
  { table: 'variables', column: 'definition' },
  { table: 'macros', column: 'value' },
  { table: 'registries', column: 'credentials' },
]

/** Texts of megabytes each still fit into memory, and nobody waits for their encryption. */
const ROWS_A_BATCH = 20

interface SealedRow {
  uid: string
  tenantUid: string
  bytes: Uint8Array<ArrayBuffer>
}

interface Binding {
  prisma: Database
  cipher: Cipher
  signal?: AbortSignal
}

/**
 * Binds ciphertexts that are older than the binding to the places where they stand. It may be stopped at any moment and run by
 * several processes at once: a row that changed meanwhile is left to whoever changed it.
 */
export async function bindCiphertexts({ prisma, cipher, signal }: Binding) {
  const counts = { bound: 0, unreadable: 0 }
  for (const sealed of SEALED_COLUMNS) {
    let rows = await readBatch(prisma, sealed, '')
    while (rows.length > 0 && !signal?.aborted) {
      for (const row of rows) counts[await bindRow({ prisma, cipher }, sealed, row)] += 1
      rows = await readBatch(prisma, sealed, rows.at(-1)?.uid ?? '')
    }
  }
  return counts
}

/** Beside the requests of a server that has started. @returns what ends it. */
export function startBinding(binding: Omit<Binding, 'signal'>, log: FastifyBaseLogger): () => Promise<void> {
  const stop = new AbortController()
  const run = bindCiphertexts({ ...binding, signal: stop.signal }).then(
    (counts) => {
      if (counts.unreadable > 0) log.warn(counts, 'stored texts do not decrypt')
      else if (counts.bound > 0) log.info(counts, 'stored texts are bound to their places')
    },
    (err: unknown) => log.warn({ err }, 'binding stored texts'),
  )
  return () => {
    stop.abort()
    return run
  }
}

/** The first byte is the version; only it is read of texts that are bound. */
function readBatch(prisma: Database, { table, column }: SealedColumn, after: string): Promise<SealedRow[]> {
  const [from, bytes] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  return prisma.$queryRaw<SealedRow[]>`
    SELECT uid, tenant_uid AS "tenantUid", ${bytes} AS bytes FROM ${from}
    WHERE uid > ${after}::bpchar AND substr(${bytes}, 1, 1) = '\\x01'::bytea ORDER BY uid LIMIT ${ROWS_A_BATCH}`
}

async function bindRow(
  { prisma, cipher }: Binding,
  { table, column }: SealedColumn,
  { uid, tenantUid, bytes }: SealedRow,
): Promise<'bound' | 'unreadable'> {
  const place = { tenantUid, table, row: uid, column }
  try {
    const bound = cipher.encrypt(cipher.decrypt(bytes, place), place)
    const [into, target] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    await prisma.$executeRaw`UPDATE ${into} SET ${target} = ${bound} WHERE uid = ${uid} AND ${target} = ${bytes}`
    return 'bound'
  } catch (error) {
    if (error instanceof CipherError) return 'unreadable'
    throw error
  }
}
