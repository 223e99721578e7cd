import type { FastifyBaseLogger } from 'fastify'
import { Prisma, type Database } from '../database/prisma.ts'
import { CipherError, type Cipher } from './cipher.ts'
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts'

/** Texts of megabytes each still fit into memory, and their encryption holds nobody up. */
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
  /** Re-encrypts texts of older secrets too. Processes that do not know the newest secret could then not read them. */
  rotates?: boolean
}

/**
 * Binds older ciphertexts to their places, or re-encrypts all with the newest secret. It can be stopped at any moment
 * and run by several processes at once: a row that changed meanwhile is left to whoever changed it.
 */
export async function bindCiphertexts({ prisma, cipher, signal, rotates = false }: Binding) {
  const counts = { bound: 0, unreadable: 0 }
  for (const sealed of SEALED_COLUMNS) {
    const isOld = rotates ? (column: Prisma.Sql) => isNotCurrent(cipher, column) : isUnbound
    let rows = await readBatch(prisma, sealed, { isOld, after: '' })
    while (rows.length > 0 && !signal?.aborted) {
      for (const row of rows) counts[await bindRow({ prisma, cipher }, sealed, row)] += 1
      rows = await readBatch(prisma, sealed, { isOld, after: rows.at(-1)?.uid ?? '' })
    }
  }
  return counts
}

/** Runs in the background of a started server. @returns stops it */
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

/** The first byte is the version; of bound texts only this byte is read. */
const isUnbound = (column: Prisma.Sql) => Prisma.sql`substr(${column}, 1, 1) = '\\x01'::bytea`
const isNotCurrent = ({ beginning }: Pick<Cipher, 'beginning'>, column: Prisma.Sql) =>
  Prisma.sql`substr(${column}, 1, ${beginning().length}::int) <> ${beginning()}`

/**
 * How many ciphertexts are not bound or not encrypted with the newest secret, including stored idempotency answers,
 * which expire within a day.
 */
export async function countOldCiphertexts({ prisma, cipher }: Binding) {
  const counts = { texts: 0, answers: 0 }
  for (const { table, column } of SEALED_COLUMNS) counts.texts += await countOld({ prisma, cipher }, table, column)
  counts.answers = await countOld({ prisma, cipher }, 'idempotency_keys', 'body')
  return counts
}

async function countOld({ prisma, cipher }: Binding, table: string, column: string): Promise<number> {
  const rows = await prisma.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM ${Prisma.raw(`"${table}"`)}
    WHERE ${isNotCurrent(cipher, Prisma.raw(`"${column}"`))}`
  return rows[0]?.count ?? 0
}

interface Batch {
  isOld: (column: Prisma.Sql) => Prisma.Sql
  after: string
}

function readBatch(prisma: Database, { table, column }: SealedColumn, { isOld, after }: Batch): Promise<SealedRow[]> {
  const [from, bytes] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  return prisma.$queryRaw<SealedRow[]>`
    SELECT uid, tenant_uid AS "tenantUid", ${bytes} AS bytes FROM ${from}
    WHERE uid > ${after}::bpchar AND ${isOld(bytes)} ORDER BY uid LIMIT ${ROWS_A_BATCH}`
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
