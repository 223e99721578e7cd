import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../platform/uid.ts'
import { buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { createCatalogueRepository } from './catalogue-repository.ts'
import { createCatalogueWriter } from './catalogue-service.ts'
import { readPackFolder } from '@waybill/pack-sources'

const corpus = resolve(import.meta.dirname, '../../../../../../shared/corpus/packs')

let test: TestApp
let folder: string

beforeAll(async () => {
  test = await buildTestApp()
})
afterAll(async () => test.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-packs-'))
  return () => rm(folder, { recursive: true })
})

const tenant = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function createRegistry(kind = 'pack') {
  const uid = newUid()
  await tenant().registry.create({ data: { uid, tenantUid: test.fixtures.stage.uid, name: uid, kind } })
  return { uid, kind }
}

async function writePack(name: string, files: Record<string, string>) {
  await mkdir(join(folder, name), { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text)
}

const packJson = (name: string, version: string) =>
  JSON.stringify({ name, version, layer: 'addon', cloudTypes: ['all', 'aws'] })

const load = (registry: { uid: string; kind: string }, directory = folder) =>
  createCatalogueWriter({ ...createCatalogueRepository(tenant()), newUid })(registry, readPackFolder(directory))

describe('loading a folder of packs', () => {
  it('writes each pack with its texts', async () => {
    const registry = await createRegistry()
    await writePack('a-1.0.0', { 'pack.json': packJson('a', '1.0.0'), 'values.yaml': 'x: 1\n', 'README.md': '# A' })
    expect(await load(registry)).toEqual({ found: 1, new: 1, changed: 0, unchanged: 0, failed: [] })
    const [row] = await tenant().packVersion.findMany({ where: { registryUid: registry.uid } })
    expect(row).toMatchObject({
      name: 'a',
      type: 'spectro',
      values: 'x: 1\n',
      readme: '# A',
      cloudTypes: ['all', 'aws'],
    })
  })

  it('says what changed and keeps its uid', async () => {
    const registry = await createRegistry('oci')
    await writePack('a', { 'pack.json': packJson('a', '1.0.0'), 'values.yaml': 'x: 1' })
    await writePack('b', { 'pack.json': packJson('b', '1.0.0') })
    await load(registry)
    const before = await tenant().packVersion.findFirstOrThrow({ where: { registryUid: registry.uid, name: 'a' } })
    await writePack('a', { 'values.yaml': 'x: 2' })
    expect(await load(registry)).toMatchObject({ found: 2, new: 0, changed: 1, unchanged: 1 })
    const after = await tenant().packVersion.findFirstOrThrow({ where: { registryUid: registry.uid, name: 'a' } })
    expect(after).toMatchObject({ uid: before.uid, values: 'x: 2', type: 'oci' })
  })

  it('loads the others when one pack is bad, and says which and why', async () => {
    const registry = await createRegistry()
    await writePack('bad', { 'pack.json': '{', 'values.yaml': 'x: 1' })
    await writePack('good', { 'pack.json': packJson('good', '1.0.0') })
    await writePack('twin', { 'pack.json': packJson('good', '1.0.0') })
    expect(await load(registry)).toMatchObject({
      found: 3,
      new: 1,
      failed: [
        { folder: 'bad', fault: 'malformed-json', file: 'pack.json' },
        { folder: 'twin', fault: 'duplicate', file: 'pack.json' },
      ],
    })
  })

  it('follows no link out of the folder', async () => {
    const registry = await createRegistry()
    await writePack('a', { 'pack.json': packJson('a', '1.0.0') })
    await symlink('/etc/hostname', join(folder, 'a', 'values.yaml'))
    await load(registry)
    expect(await tenant().packVersion.findFirst({ where: { registryUid: registry.uid } })).toMatchObject({ values: '' })
  })

  it.skipIf(!existsSync(corpus))('loads every pack of the corpus', async () => {
    const registry = await createRegistry()
    expect(await load(registry, corpus)).toEqual({ found: 131, new: 131, changed: 0, unchanged: 0, failed: [] })
    expect(await load(registry, corpus)).toMatchObject({ new: 0, unchanged: 131 })
  })
})
