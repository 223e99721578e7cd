import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowedFolder } from './pack-folders.ts'

let base: string
beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-folders-')))
  for (const folder of ['packs/a', 'packs/..b', 'packs-too', 'secret'])
    mkdirSync(join(base, folder), { recursive: true })
  symlinkSync(join(base, 'secret'), join(base, 'packs/link-out'))
  symlinkSync(join(base, 'packs/a'), join(base, 'link-in'))
  symlinkSync(join(base, 'packs'), join(base, 'packs-by-link'))
})
afterAll(() => rmSync(base, { recursive: true }))

const find = (path: string, ...allowed: string[]) =>
  allowedFolder(
    pathToFileURL(join(base, path)).href,
    allowed.map((folder) => join(base, folder)),
  )
const forbidden = expect.objectContaining({ fault: 'forbidden-url' })

describe('allowedFolder', () => {
  it.each(['packs', 'packs/a', 'packs/a/', 'packs/..b', 'packs-too/../packs/a', 'link-in'])('accepts %s', (path) => {
    expect(find(path, 'packs')).toBe(realpathSync(join(base, path)))
  })

  it('resolves an allowed folder that is a link', () => {
    expect(find('packs/a', 'packs-by-link')).toBe(join(base, 'packs/a'))
  })

  it.each(['.', 'secret', 'packs-too', 'packs/../secret', 'packs/link-out', 'packs/absent'])('refuses %s', (path) => {
    expect(() => find(path, 'packs', 'absent')).toThrow(forbidden)
  })

  it('refuses every folder if none is allowed', () => {
    expect(() => find('packs')).toThrow(forbidden)
  })

  it.each(['file://host/packs', 'file:///%00', 'file:///a%2Fb', 'https://a.example.com/', '/packs', ''])(
    'refuses the address %o',
    (address) => expect(() => allowedFolder(address, ['/'])).toThrow(forbidden),
  )
})
