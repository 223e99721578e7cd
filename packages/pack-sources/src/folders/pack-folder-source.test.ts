import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPackFolderSource } from './pack-folder-source.ts'
import { packFolder } from '../testing/own-packs.ts'
import { walkSource } from '../testing/walk-source.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waybill-folder-'))))
afterEach(() => rmSync(folder, { recursive: true }))

async function write(place: string, name: string, values?: string): Promise<void> {
  for (const [path, content] of Object.entries(packFolder(name, '1.0.0', values))) {
    const file = join(folder, place, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

const source = () => createPackFolderSource({ folder })
const { signal } = new AbortController()

describe('a folder of packs', () => {
  it('yields packs at any depth in the order of their paths', async () => {
    await write('', 'c')
    await write('b/nested', 'b')
    await write('a', 'a')
    const walk = await walkSource(source())
    expect(walk.events[0]).toEqual({ kind: 'expected', count: 3 })
    expect(walk.read).toEqual(['a:1.0.0', 'b:1.0.0', 'c:1.0.0'])
  })

  it('yields only what changed as new', async () => {
    await write('', 'a')
    await write('', 'b')
    const { known } = await walkSource(source())
    await write('', 'b', 'other: 1\n')
    expect(await walkSource(source(), known)).toMatchObject({ read: ['b:1.0.0'], unchanged: ['a:1.0.0'] })
  })

  it('follows no link, neither to a folder nor to a file', async () => {
    await write('outside', 'secret')
    await rename(join(folder, 'outside'), `${folder}-outside`)
    await write('', 'a')
    await symlink(`${folder}-outside/secret`, join(folder, 'linked'))
    await rm(join(folder, 'a/README.md'))
    await symlink(`${folder}-outside/secret/README.md`, join(folder, 'a/README.md'))
    const { read, failed } = await walkSource(source())
    rmSync(`${folder}-outside`, { recursive: true })
    expect(read).toEqual([])
    expect(failed).toEqual([
      { kind: 'failed', place: 'a/README.md', fault: 'unsafe-entry', name: 'a', version: '1.0.0' },
    ])
  })

  it('is recognised by a pack in it', async () => {
    await expect(source().check(signal)).resolves.toBe('not-a-registry')
    await write('nested', 'a')
    await expect(source().check(signal)).resolves.toBe('ok')
  })

  it('is unreachable when it does not exist', async () => {
    const absent = createPackFolderSource({ folder: join(folder, 'absent') })
    await expect(absent.check(signal)).resolves.toBe('unreachable')
    await expect(walkSource(absent)).rejects.toMatchObject({ fault: 'unreachable' })
  })

  it('stops when it is cancelled', async () => {
    await write('', 'a')
    const walk = source().walk({ known: new Map(), mark: '', signal: AbortSignal.abort() })
    await expect(walk[Symbol.asyncIterator]().next()).rejects.toMatchObject({ fault: 'cancelled' })
  })
})
