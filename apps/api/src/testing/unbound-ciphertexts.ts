import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { Prisma } from '../platform/database/prisma.ts'
import { SEALED_COLUMNS } from '../platform/keys/sealed-columns.ts'
import { loadSecretKeys } from '../platform/keys/secret-key.ts'
import type { TestApp } from './test-app.ts'

interface SealedRow {
  uid: string
  tenantUid: string
  bytes: Uint8Array
}

/** Turns a database's ciphertexts back into version 1, from before they were bound to their places. */
export async function unbindCiphertexts({ deps }: Pick<TestApp, 'deps'>): Promise<number> {
  const [secret = ''] = loadSecretKeys(deps.config)
  let count = 0
  for (const { table, column } of SEALED_COLUMNS) {
    const [from, target] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    const rows = await deps.prisma.$queryRaw<SealedRow[]>`
      SELECT uid, tenant_uid AS "tenantUid", ${target} AS bytes FROM ${from} WHERE ${target} IS NOT NULL`
    for (const { uid, tenantUid, bytes } of rows) {
      const unbound = encryptUnbound(secret, deps.cipher.decrypt(bytes, { tenantUid, table, row: uid, column }))
      await deps.prisma.$executeRaw`UPDATE ${from} SET ${target} = ${unbound} WHERE uid = ${uid}`
      count += 1
    }
  }
  return count
}

const derive = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'waybill', purpose, 32))

function encryptUnbound(secret: string, text: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive(secret, 'encryption'), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const id = createHash('sha256').update(derive(secret, 'key-id')).digest().subarray(0, 4)
  return Buffer.concat([Buffer.of(1), id, nonce, cipher.getAuthTag(), body])
}
