import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cipher } from '../../keys/cipher.ts'

const FILE = 'setup-code'

/** Without the letters that are easily misread: I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 24

/**
 * The code for creating tenants: 120 bits derived from the newest secret key, so that all processes of an installation
 * agree on it. Six groups of four letters.
 */
export function setupCodeOf({ deriveKeys }: Pick<Cipher, 'deriveKeys'>): string {
  const [key] = deriveKeys('setup-code')
  const letters = Array.from(key.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** Readable for whoever may read the data directory. */
export function writeSetupCode(dataDir: string, code: string): void {
  const file = join(dataDir, FILE)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  writeFileSync(file, `${code}\n`, { mode: 0o600 })
  chmodSync(file, 0o600) // an existing file would keep its mode
}
