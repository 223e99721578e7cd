import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPath } from './shared-data.ts'

/** Folders of packs, each a folder of its own in `parent`. */
export interface PackFolders {
  source: string
  parent: string
  count: number
}

/** Packs as repositories hold them: our own, and the community's where they lie beside the checkout. */
export function packFolders(): PackFolders[] {
  const shared = sharedPath('corpus/packs')
  return [
    foldersOf('our own', join(import.meta.dirname, 'fixtures/packs')),
    foldersOf('the demo', join(import.meta.dirname, '../../../prisma/demo/packs')),
    ...(shared === undefined ? [] : [foldersOf('the community', shared)]),
  ]
}

const foldersOf = (source: string, parent: string): PackFolders => ({
  source,
  parent,
  count: readdirSync(parent).length,
})

/** The texts of a pack; empty for those that it has not. */
export interface PackTexts {
  folder: string
  packJson: string
  values: string
  schema: string
}

/** The texts of all packs in a folder. */
export const packTexts = ({ parent }: PackFolders): PackTexts[] =>
  readdirSync(parent).map((folder) => {
    const read = (name: string) => {
      const path = join(parent, folder, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    }
    // Some are written with a byte order mark.
    const packJson = read('pack.json').replace(/^\uFEFF/, '')
    return { folder, packJson, values: read('values.yaml'), schema: read('schema.yaml') }
  })
