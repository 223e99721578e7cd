import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'demo-access.json'

const accessSchema = z.looseObject({ url: z.string() })

/** Writes the demo's URL and sign-ins to a file that only the data directory's owner can read; all or nothing. */
export async function writeDemoAccess(dataDir: string, access: { url: string }): Promise<void> {
  const file = join(dataDir, FILE)
  await writeFile(`${file}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** A restart may serve at another URL: TLS, port or host changed. A deleted file is not created again. */
export async function readdressDemoAccess(dataDir: string, url: string): Promise<void> {
  const access = accessSchema.safeParse(await readJson(join(dataDir, FILE)))
  if (access.success && access.data.url !== url) await writeDemoAccess(dataDir, { ...access.data, url })
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined // absent, or edited: it belongs to the user now
  }
}
