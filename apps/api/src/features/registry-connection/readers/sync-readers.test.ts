import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createSyncReaders } from './sync-readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'waybill-sync-'))
const onFault = (error: unknown) => expect.unreachable(String(error))
const readers = createSyncReaders({ onFault })
const { signal } = new AbortController()

afterAll(async () => {
  await readers.close()
  rmSync(folder, { recursive: true })
})

const packJson = (name: string) => JSON.stringify({ name, version: '1.0.0', layer: 'addon' })

/** An archive of `packs` packs, each with values of `valuesBytes` bytes. */
async function repository(name: string, { packs, valuesBytes }: { packs: number; valuesBytes: number }) {
  for (let at = 0; at < packs; at += 1) {
    const pack = join(folder, name, `pack-${at}`)
    await mkdir(pack, { recursive: true })
    await writeFile(join(pack, 'pack.json'), packJson(`pack-${at}`))
    await writeFile(join(pack, 'values.yaml'), `at: ${randomBytes(valuesBytes / 2).toString('hex')}`)
  }
  const file = join(folder, `${name}.tar.gz`)
  execFileSync('tar', ['czf', file, '-C', folder, name])
  return file
}

const many = await repository('many', { packs: 300, valuesBytes: 20_000 })

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

const indexOf = (versions: number) =>
  new TextEncoder().encode(
    `apiVersion: v1\nentries:\n  a:\n${Array.from({ length: versions }, (_, at) => `  - name: a\n    version: 1.0.${at}\n    urls: [a-${at}.tgz]\n`).join('')}`,
  )

describe('readers in a thread', () => {
  it('return a repository in chunks', async () => {
    const packs = await collect(readers.readRepository(many, signal))
    expect(packs).toHaveLength(300)
    expect(packs.every((read) => 'pack' in read && read.total === 300)).toBe(true)
  })

  it('return an index in chunks, in its order', async () => {
    const charts = await collect(readers.readHelmIndex(indexOf(1_000), 'https://charts.example/index.yaml'))
    expect(charts.map((chart) => ('pack' in chart ? chart.pack.version : ''))).toEqual(
      Array.from({ length: 1_000 }, (_, at) => `1.0.${at}`),
    )
  })

  it('leave the caller’s bytes alone', async () => {
    const shared = new Uint8Array(200_000).fill(0x20)
    const index = indexOf(3)
    shared.set(index)
    await collect(readers.readHelmIndex(shared.subarray(0, index.length), 'https://charts.example/index.yaml'))
    expect(shared[0]).toBe(index[0])
  })

  it('report the same faults as in the main thread', async () => {
    await expect(readers.readPack(gzipSync('no archive'))).rejects.toMatchObject({ fault: 'bad-response' })
    await expect(readers.readChart(new TextEncoder().encode('<html>'))).rejects.toMatchObject({ fault: 'bad-response' })
    const index = new TextEncoder().encode('<html></html>')
    await expect(collect(readers.readHelmIndex(index, 'https://charts.example/'))).rejects.toMatchObject({
      fault: 'not-a-registry',
    })
  })

  it('continue with others while a slow receiver takes its time', async () => {
    const slow = readers.readRepository(many, signal)[Symbol.asyncIterator]()
    await slow.next()
    await expect(collect(readers.readHelmIndex(indexOf(10), 'https://charts.example/'))).resolves.toHaveLength(10)
    await slow.return?.()
  })

  it('stop when nobody receives any more, and read the next', async () => {
    const packs = readers.readRepository(many, signal)
    for await (const _ of packs) break
    await expect(collect(readers.readRepository(many, signal))).resolves.toHaveLength(300)
  })

  it('stop when they are cancelled', async () => {
    const stop = new AbortController()
    const read = async () => {
      for await (const _ of readers.readRepository(many, stop.signal)) stop.abort()
    }
    await expect(read()).rejects.toMatchObject({ fault: 'cancelled' })
  })

  it('survive a thread that runs out of memory', async () => {
    // On a busy machine it takes a while until a thread has used up its memory.
    const file = new URL('../../../testing/workers/greedy-sync-worker.ts', import.meta.url)
    const small = createSyncReaders({ onFault, file, taskMs: 120_000 })
    await expect(small.readPack(new Uint8Array(1))).rejects.toMatchObject({ fault: 'too-large' })
    await expect(collect(small.readRepository('', signal))).rejects.toMatchObject({ fault: 'too-large' })
    await expect(small.readChart(new Uint8Array(1))).resolves.toEqual({ values: '', readme: '' })
    await small.close()
  })
})
