import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ARCHIVE = /^registry-[0-9a-f-]{36}\.tar\.gz$/
/** Longer than any archive is downloaded or read. */
const STALE_MS = 6 * 60 * 60_000

/** Removes the archives that a killed process left. */
export async function sweepArchives(folder: string): Promise<void> {
  const names = await readdir(folder)
  for (const path of names.filter((name) => ARCHIVE.test(name)).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => undefined) // gone since it was listed
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}
