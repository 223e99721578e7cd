import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { packFolders, tellWithout } from '@waybill/test-data'
import {
  constant,
  assert,
  asyncProperty,
  dictionary,
  oneof,
  string,
  stringMatching,
  uint8Array,
  uniqueArray,
} from 'fast-check'
import { LIMITS } from '@waybill/profile-format'
import { afterAll, describe, expect, it } from 'vitest'
import type { RepositoryPack } from './archive-readers.ts'
import { createPackFolderSource } from '../folders/pack-folder-source.ts'
import { readRepositoryArchive } from './read-repository-archive.ts'
import { goodFiles, makeOddArchive, type OddEntry } from '../testing/odd-archive.ts'
import { walkSource } from '../testing/walk-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'waybill-repository-'))
const file = join(folder, 'repository.tar.gz')
afterAll(() => rmSync(folder, { recursive: true }))

async function readFile(path: string): Promise<RepositoryPack[]> {
  const packs: RepositoryPack[] = []
  for await (const read of readRepositoryArchive(path, new AbortController().signal)) packs.push(read)
  return packs
}

async function read(entries: Iterable<OddEntry>): Promise<RepositoryPack[]> {
  await writeFile(file, await makeOddArchive(entries))
  return readFile(file)
}

const foldersOf = (packs: RepositoryPack[]) => packs.map(({ folder }) => folder)
const named = (packs: RepositoryPack[]) => packs.map((read) => ('pack' in read ? read.pack.name : read.fault))

describe('readRepositoryArchive', () => {
  it('finds packs in any folder, and tells how many there are', async () => {
    const packs = await read([
      ...goodFiles('repository-main/packs/a-1', 'a'),
      ...goodFiles('repository-main/packs/more/b-1', 'b'),
      ...goodFiles('c'),
    ])
    expect(foldersOf(packs)).toEqual(['repository-main/packs/a-1', 'repository-main/packs/more/b-1', 'c'])
    expect(packs.every(({ total }) => total === 3)).toBe(true)
  })

  it('skips charts, logos, folders without a pack and links between them', async () => {
    const packs = await read([
      { name: 'packs', type: 'directory' },
      { name: 'packs/a/charts/big.tgz', content: randomBytes(5_000_000) },
      { name: 'packs/a/logo.png', content: randomBytes(3_000) },
      { name: 'packs/latest', type: 'symlink', linkname: 'a' },
      { name: 'charts/b/values.yaml', content: 'no: pack' },
      ...goodFiles('packs/a', 'a'),
    ])
    expect(named(packs)).toEqual(['a'])
  })

  it('reads a pack whose files are far apart', async () => {
    const [json, values] = goodFiles('a')
    const [otherJson, otherValues] = goodFiles('b')
    const packs = await read([json, otherJson, values, otherValues].filter((entry) => entry !== undefined))
    expect(packs).toMatchObject([{ pack: { values: 'of: a\n' } }, { pack: { values: 'of: b\n' } }])
  })

  it.each<[string, string, OddEntry[]]>([
    ['unsafe-entry', 'a symbolic link', [{ name: 'bad/README.md', type: 'symlink', linkname: '/etc/passwd' }]],
    ['unsafe-entry', 'a hard link', [{ name: 'bad/schema.yaml', type: 'link', linkname: 'bad/pack.json' }]],
    ['unsafe-entry', 'a device', [{ name: 'bad/presets.yaml', type: 'block-device' }]],
    ['unsafe-entry', 'a path that climbs', [{ name: '../bad/README.md', content: 'x' }]],
    ['unsafe-entry', 'an absolute path', [{ name: '/bad/README.md', content: 'x' }]],
    ['duplicate-file', 'a second file of one name', [{ name: 'bad/values.yaml', content: 'another: one' }]],
    [
      'file-too-large',
      'a text over the limit',
      [{ name: 'bad/README.md', content: randomBytes(LIMITS.textBytes).toString('hex') }],
    ],
  ])('fails with %s only the pack with %s', async (fault, _what, entries) => {
    const packs = await read([...goodFiles('good'), ...goodFiles('bad'), ...entries, ...goodFiles('later')])
    expect(named(packs).toSorted()).toEqual([fault, 'good', 'later'].toSorted())
    expect(packs.find((read) => 'fault' in read)).toMatchObject({ folder: 'bad', name: 'bad', version: '1.0.0' })
  })

  it('yields no pack of a truncated archive', async () => {
    const archive = await makeOddArchive([...goodFiles('a'), { name: 'b.tgz', content: randomBytes(100_000) }])
    await writeFile(file, archive.subarray(0, archive.length - 20_000))
    await expect(readFile(file)).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it('refuses a bomb before it has yielded a pack', async () => {
    const bomb = [...goodFiles('a'), { name: 'zeros', content: Buffer.alloc(300 * 1024 * 1024) }]
    await expect(read(bomb)).rejects.toMatchObject({ fault: 'too-large' })
  })

  it('stops when it is cancelled', async () => {
    await writeFile(file, await makeOddArchive(goodFiles('a')))
    const packs = readRepositoryArchive(file, AbortSignal.abort())
    await expect(packs.next()).rejects.toMatchObject({ fault: 'cancelled' })
  })

  it('reads back any tree of packs as it was packed', async () => {
    const name = stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
    const trees = uniqueArray(stringMatching(/^([a-z]{1,4}\/){0,3}[a-z]{1,8}$/), { maxLength: 6 })
    await assert(
      asyncProperty(trees, dictionary(name, oneof(string(), uint8Array()), { maxKeys: 3 }), async (folders, beside) => {
        const entries = folders.flatMap((folder) => [
          ...goodFiles(folder),
          ...Object.entries(beside).map(([other, content]) => ({ name: `${folder}/${other}.tgz`, content })),
        ])
        const packs = await read(entries)
        expect(named(packs).toSorted()).toEqual(folders.toSorted())
        expect(packs.every((read) => 'pack' in read && read.pack.values === `of: ${read.pack.name}\n`)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('names no place outside the archive, whatever its entries are called', async () => {
    const segment = oneof(constant('..'), constant('.'), constant(''), constant('C:'), string({ maxLength: 5 }))
    const path = uniqueArray(segment, { maxLength: 5, comparator: () => false })
    await assert(
      asyncProperty(path, async (segments) => {
        const name = [...segments, 'pack.json'].join('/')
        const content = JSON.stringify({ name: 'a', version: '1.0.0', layer: 'addon' })
        const packs = await readIfWritable(name, content)
        for (const { folder } of packs) {
          expect(folder.split('/').some((part) => part === '..' || part === '.')).toBe(false)
          expect(folder.startsWith('/') || folder.includes('\\') || folder.includes('\0')).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
    expect(readdirSync(folder)).toEqual(['repository.tar.gz'])
  })
})

/** Some names cannot be written into an archive at all. */
async function readIfWritable(name: string, content: string): Promise<RepositoryPack[]> {
  const entries = await makeOddArchive([{ name, content }]).catch(() => undefined)
  if (!entries) return []
  await writeFile(file, entries)
  return readFile(file)
}

describe.each(packFolders())('the packs of $source', ({ parent, count }) => {
  it('can all be read from an archive of their folder', async () => {
    const archive = join(folder, 'packs.tar.gz')
    execFileSync('tar', ['-czf', archive, '-C', dirname(parent), basename(parent)])
    const packs = await readFile(archive)
    rmSync(archive)
    expect(packs).toHaveLength(count)
    expect(packs.filter((read) => 'fault' in read)).toEqual([])
  })

  it('can all be read from their folder', async () => {
    const walk = await walkSource(createPackFolderSource({ folder: parent }))
    expect(walk.packs).toHaveLength(count)
    expect(walk.failed).toEqual([])
  })
})

tellWithout('corpus/packs')
