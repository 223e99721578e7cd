import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findPackFolders } from './find-pack-folders.ts'
import { readPackOf } from './pack-folder.ts'
import type { PackSource, SourceEvent, WalkOptions } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'
import { createTeller } from '../source/tell-packs.ts'

/**
 * Packs out of a folder on this machine, for sites without a network: every folder with a pack.json below it. Whether the folder
 * may be read is settled by whoever makes the source (PACK_FOLDERS).
 */
export function createPackFolderSource({ folder }: { folder: string }): PackSource {
  return {
    check: async (signal) => {
      const isFolder = await stat(folder).then(
        (found) => found.isDirectory(),
        () => undefined,
      )
      if (isFolder === undefined) return 'unreachable'
      return isFolder && (await hasPack(folder, signal)) ? 'ok' : 'not-a-registry'
    },
    walk: (walkOptions) => walkFolder(folder, walkOptions),
    readContent: () => Promise.reject(new SourceError('bad-response')), // everything was read by the walk
  }
}

async function hasPack(folder: string, signal: AbortSignal): Promise<boolean> {
  for await (const _ of findPackFolders(folder, signal)) return true
  return false
}

async function* walkFolder(folder: string, { known, signal }: WalkOptions): AsyncGenerator<SourceEvent> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new SourceError('unreachable', { cause })
  })
  const packs: string[] = []
  for await (const path of findPackFolders(root, signal)) packs.push(path)
  yield { kind: 'expected', count: packs.length }
  const tell = createTeller(known)
  for (const path of packs) {
    if (signal.aborted) throw new SourceError('cancelled')
    yield tell({ folder: path, ...(await readInside(join(root, path))) })
  }
  yield { kind: 'done', mark: '' }
}

/** A folder that has become a link since it was found leads elsewhere. */
async function readInside(path: string) {
  const real = await realpath(path).catch(() => undefined)
  return real === path ? readPackOf(path) : { fault: 'unsafe-entry' as const, file: 'pack.json' }
}
