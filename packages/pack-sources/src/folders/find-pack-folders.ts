import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from '../source/source-error.ts'

const MAX_DEPTH = 16
const MAX_FOLDERS = 100_000

/**
 * Finds the folders with a pack.json at or below `root`, in the order of their paths. Does not follow links.
 *
 * @throws SourceError `too-large` over 100,000 folders, `cancelled`.
 */
export async function* findPackFolders(root: string, signal: AbortSignal): AsyncGenerator<string> {
  const waiting = [{ path: '', depth: 0 }]
  for (let count = 0; ; count += 1) {
    const next = waiting.pop()
    if (!next) return
    if (signal.aborted) throw new SourceError('cancelled')
    if (count >= MAX_FOLDERS) throw new SourceError('too-large')
    const { hasPack, folders } = await list(join(root, next.path))
    if (hasPack) yield next.path
    if (next.depth === MAX_DEPTH) continue
    waiting.push(...folders.map((name) => ({ path: join(next.path, name), depth: next.depth + 1 })))
  }
}

/** A folder that cannot be read counts as empty. Names are in reverse order, because they are taken from the end. */
async function list(folder: string): Promise<{ hasPack: boolean; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return { hasPack: entries.some((entry) => entry.name === 'pack.json'), folders: folders.toSorted().toReversed() }
}
