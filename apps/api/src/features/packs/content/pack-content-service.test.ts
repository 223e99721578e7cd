import { SourceError } from '@waybill/pack-sources'
import { describe, expect, it } from 'vitest'
import { createContentReader, type PackContentPorts } from './pack-content-service.ts'
import type { StoredTexts } from '../read/stored-pack.ts'

const chart = (uid: string, isContentRead = false): StoredTexts => ({
  uid,
  registryUid: 'r',
  isContentRead,
  location: uid,
  sourceDigest: '',
  values: '',
  readme: '',
  schema: '',
  presets: '',
})
const LIMITS = { atMost: 10, withinMs: 1_000 }

function registryOf(contents: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const stored = new Map<string, string>()
  const ports: PackContentPorts = {
    async readContent({ location }) {
      asked.push(location)
      await Promise.resolve()
      const values = contents[location]
      if (values === undefined) throw new SourceError('unreachable')
      return { values, readme: `# ${location}` }
    },
    async storeContent({ uid }, { valuesDigest }) {
      stored.set(uid, valuesDigest)
    },
  }
  return { ports, asked, stored }
}

describe('reading what was left in the registry', () => {
  it('answers and keeps it', async () => {
    const { ports, stored } = registryOf({ a: 'x: 1\n' })
    const [read] = await createContentReader()(ports, [chart('a')], LIMITS)
    expect(read).toMatchObject({ values: 'x: 1\n', readme: '# a', isContentRead: true })
    expect(stored.get('a')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('asks once, however many look at the same time', async () => {
    const { ports, asked } = registryOf({ a: 'x: 1\n' })
    const read = createContentReader()
    const all = await Promise.all(Array.from({ length: 5 }, () => read(ports, [chart('a')], LIMITS)))
    expect(asked).toEqual(['a'])
    expect(all.flat().every(({ values }) => values === 'x: 1\n')).toBe(true)
  })

  it('leaves alone what is read already, and what is more than asked for', async () => {
    const { ports, asked } = registryOf({ b: 'b', c: 'c' })
    await createContentReader()(ports, [chart('a', true), chart('b'), chart('c')], { ...LIMITS, atMost: 1 })
    expect(asked).toEqual(['b'])
  })

  it('gives back as it was what cannot be read, and tries again the next time', async () => {
    const { ports, asked } = registryOf({ b: 'b' })
    const read = createContentReader()
    const [a, b] = await read(ports, [chart('a'), chart('b')], LIMITS)
    expect([a?.isContentRead, b?.isContentRead]).toEqual([false, true])
    await read(ports, [chart('a')], LIMITS)
    expect(asked).toEqual(['a', 'b', 'a'])
  })

  it('does not hide a fault of our own', async () => {
    const { ports } = registryOf({})
    const broken = { ...ports, readContent: () => Promise.reject(new TypeError('ours')) }
    await expect(createContentReader()(broken, [chart('a')], LIMITS)).rejects.toThrow(TypeError)
  })
})
