import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { FakeRegistry } from '../../../testing/registry-servers/fake-registry.ts'
import { openTestApp } from '../../../testing/test-app.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { TEXT_COLUMNS } from '../read/stored-pack.ts'
import { createOpenTexts } from './pack-content-service.ts'

const test = await openTestApp()
let registry: FakeRegistry
let openTexts: ReturnType<typeof createOpenTexts>

beforeEach(() => {
  registry = new FakeRegistry()
  openTexts = createOpenTexts({ cipher: test.deps.cipher, openRegistry: registry.openRegistry })
})

const LIMITS = { atMost: 10, withinMs: 60_000 }

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

/** Adds charts whose texts are only in the registry, except for those in `read`. */
async function charts(names: readonly string[], read: readonly string[] = []) {
  const packs = names.map((name) => ({ name, version: '1', location: name, isContentRead: read.includes(name) }))
  const registryUid = await addRegistry(db(), { name: newUid(), kind: 'helm', packs })
  return db().packVersion.findMany({ where: { registryUid }, select: TEXT_COLUMNS, orderBy: { name: 'asc' } })
}

const holds = (...names: string[]) => {
  for (const name of names) registry.contents.set(name, { values: `${name}: 1\n`, readme: `# ${name}` })
}

describe('fetching content from the registry', () => {
  it('returns and stores it', async () => {
    holds('a')
    const packs = await charts(['a'])
    expect(await openTexts(db(), packs, LIMITS)).toMatchObject([
      { values: 'a: 1\n', readme: '# a', isContentRead: true },
    ])
    expect(await db().packVersion.findFirst({ where: { uid: packs[0]?.uid ?? '' } })).toMatchObject({
      values: 'a: 1\n',
      readme: '# a',
      valuesDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      isContentRead: true,
    })
    expect(registry.openSources).toBe(0)
  })

  it('asks once, however many callers need it at the same time', async () => {
    holds('a')
    const packs = await charts(['a'])
    const all = await Promise.all(Array.from({ length: 5 }, () => openTexts(db(), packs, LIMITS)))
    expect(registry.asked).toEqual(['a'])
    expect(all.flat().every(({ values }) => values === 'a: 1\n')).toBe(true)
  })

  it('leaves alone what has been fetched, and what exceeds the limit', async () => {
    holds('b', 'c')
    await openTexts(db(), await charts(['a', 'b', 'c'], ['a']), { ...LIMITS, atMost: 1 })
    expect(registry.asked).toEqual(['b'])
  })

  it('returns what cannot be fetched unchanged, and tries again the next time', async () => {
    holds('b')
    const packs = await charts(['a', 'b'])
    const [a, b] = await openTexts(db(), packs, LIMITS)
    expect([a?.isContentRead, b?.isContentRead]).toEqual([false, true])
    await openTexts(db(), packs.slice(0, 1), LIMITS)
    expect(registry.asked.toSorted()).toEqual(['a', 'a', 'b'])
  })

  it('does not store it if the pack was synced meanwhile', async () => {
    holds('a')
    const packs = await charts(['a'])
    const uid = packs[0]?.uid ?? ''
    await db().packVersion.updateMany({ where: { uid }, data: { sourceDigest: 'another' } })
    await openTexts(db(), packs, LIMITS)
    expect(await db().packVersion.findFirst({ where: { uid } })).toMatchObject({ values: '', isContentRead: false })
  })

  it('does not hide our own errors', async () => {
    registry.contents.set('a', new TypeError('ours'))
    await expect(openTexts(db(), await charts(['a']), LIMITS)).rejects.toThrow(TypeError)
  })
})
