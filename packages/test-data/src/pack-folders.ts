import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPath } from './shared-data.ts'

/** Packs, each in a folder of its own in `parent`. */
export interface PackFolders {
  source: string
  parent: string
  count: number
}

/** Packs in the form of pack repositories: our own, and the community's if they are next to the checkout. */
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

/** The texts of a pack; empty for files that it lacks. */
export interface PackTexts {
  folder: string
  packJson: string
  values: string
  schema: string
}

/** The texts of all packs in `parent`. */
export const packTexts = ({ parent }: PackFolders): PackTexts[] =>
  readdirSync(parent).map((folder) => {
    const read = (name: string) => {
      const path = join(parent, folder, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    }
    // Some files begin with a byte order mark.
    const packJson = read('pack.json').replace(/^\uFEFF/, '')
    return { folder, packJson, values: read('values.yaml'), schema: read('schema.yaml') }
  })
