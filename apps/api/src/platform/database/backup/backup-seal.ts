import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto'
import type { Cipher } from '../../keys/cipher.ts'

/** Keys for sealing backups, by the ids of their secrets, newest first. */
export type BackupKeys = ReadonlyMap<string, Buffer>

export function backupKeys(cipher: Cipher): BackupKeys {
  const keys = cipher.deriveKeys('backup')
  return new Map(cipher.keyIds().map((id, index) => [id, keys[index] ?? keys[0]]))
}

/**
 * A MAC over all lines before the last, as they are read or written: whoever has only the file cannot change it
 * unnoticed.
 */
export function createSeal(key: Buffer) {
  const hmac: Hmac = createHmac('sha256', key)
  return {
    add: (line: string): void => void hmac.update(`${line}\n`),
    end: (): string => hmac.digest('hex'),
  }
}

export const isSameSeal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
