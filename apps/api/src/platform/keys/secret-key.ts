import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'

const newSecret = () => randomBytes(32).toString('hex')

const fileIn = (dataDir: string) => join(dataDir, 'secret-key')

/**
 * The secrets of WAYBILL_SECRET_KEY, else those of the file `secret-key` in the data directory, which the first start
 * creates. One per line, newest first.
 */
export function loadSecretKeys({ secretKeys, dataDir }: Pick<Config, 'secretKeys' | 'dataDir'>): readonly string[] {
  if (secretKeys) return secretKeys
  const file = fileIn(dataDir)
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    writeFileSync(file, `${newSecret()}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Adds a new secret as the first of the file. */
export const addSecretKey = (dataDir: string): void =>
  keepSecretKeys(dataDir, [newSecret(), ...loadSecretKeys({ secretKeys: undefined, dataDir })])

/** All or nothing: a truncated file would lose keys. */
export function keepSecretKeys(dataDir: string, secrets: readonly string[]): void {
  const unfinished = `${fileIn(dataDir)}.new`
  writeFileSync(unfinished, `${secrets.join('\n')}\n`, { mode: 0o600 })
  renameSync(unfinished, fileIn(dataDir))
}
