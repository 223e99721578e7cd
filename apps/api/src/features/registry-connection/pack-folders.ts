import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceError } from '@waybill/pack-sources'

/**
 * The folder behind a `file://` address, which has to lie inside one of `packFolders` once all links are followed.
 *
 * @throws SourceError `forbidden-url`, for a folder that is not there as well.
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

/** What cannot be read is not said apart from what may not be: nobody is to find out what lies on this machine. */
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
