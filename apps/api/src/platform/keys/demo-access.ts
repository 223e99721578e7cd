import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'demo-access.json'

const accessSchema = z.looseObject({ url: z.string() })

/** Writes where the demo is and who can sign in, for the owner of the data directory alone; whole or not at all. */
export async function writeDemoAccess(dataDir: string, access: { url: string }): Promise<void> {
  const file = join(dataDir, FILE)
  await writeFile(`${file}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** A start may serve at another address than the one before: TLS, port or host changed. A file that is gone stays gone. */
export async function readdressDemoAccess(dataDir: string, url: string): Promise<void> {
  const access = accessSchema.safeParse(await readJson(join(dataDir, FILE)))
  if (access.success && access.data.url !== url) await writeDemoAccess(dataDir, { ...access.data, url })
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined // absent, or no longer as it was written: somebody's own now
  }
}
