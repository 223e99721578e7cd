import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ARCHIVE = /^registry-[0-9a-f-]{36}\.tar\.gz$/
/** Longer than downloading or reading any archive takes. */
const STALE_MS = 6 * 60 * 60_000

/** Removes archives left behind by a killed process. */
export async function removeStaleArchives(folder: string): Promise<void> {
  const names = await readdir(folder)
  for (const path of names.filter((name) => ARCHIVE.test(name)).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => undefined) // gone since it was listed
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}
