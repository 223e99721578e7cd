import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findPackFolders } from './find-pack-folders.ts'
import { readPackOf } from './pack-folder.ts'
import { noContentLeft, type PackSource, type SourceEvent, type WalkOptions } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'
import { createEventMapper } from '../source/event-mapper.ts'

/**
 * Reads packs from a folder on this machine, for sites without a network: every folder with a pack.json below it. The
 * caller must check that the folder may be read (PACK_FOLDERS).
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
    readContent: noContentLeft,
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
  const toEvent = createEventMapper(known)
  for (const path of packs) {
    if (signal.aborted) throw new SourceError('cancelled')
    yield toEvent({ folder: path, ...(await readInside(join(root, path))) })
  }
  yield { kind: 'done', mark: '' }
}

/** Fails a folder that has been replaced by a link since it was found. */
async function readInside(path: string) {
  const real = await realpath(path).catch(() => undefined)
  return real === path ? readPackOf(path) : { fault: 'unsafe-entry' as const, file: 'pack.json' }
}
