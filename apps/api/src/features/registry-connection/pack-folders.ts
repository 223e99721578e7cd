import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceError } from '@waybill/pack-sources'

/**
 * The folder of a `file://` address, which must be inside one of `packFolders` after resolving all links.
 * @throws SourceError `forbidden-url`, also for a folder that does not exist
 */
export function allowedFolder(address: string, packFolders: readonly string[]): string {
  const folder = realFolder(() => fileURLToPath(address))
  const isInside = packFolders.some((allowed) => {
    const root = realFolder(() => allowed)
    return folder !== undefined && root !== undefined && contains(root, folder)
  })
  if (folder === undefined || !isInside) throw new SourceError('forbidden-url')
  return folder
}

/** Unreadable and forbidden folders are not distinguished: callers must not find out what exists on this machine. */
function realFolder(pathOf: () => string): string | undefined {
  try {
    return realpathSync(pathOf())
  } catch {
    return undefined
  }
}

function contains(root: string, folder: string): boolean {
  const path = relative(root, folder)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
