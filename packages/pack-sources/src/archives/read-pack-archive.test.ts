import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { LIMITS } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { readChartArchive } from './read-chart-archive.ts'
import { readPackArchive } from './read-pack-archive.ts'
import { goodFiles, makeOddArchive, type OddEntry } from '../testing/odd-archive.ts'

const chart: OddEntry[] = [
  { name: 'a/Chart.yaml', content: 'name: a' },
  { name: 'a/values.yaml', content: '# kept\r\nx:  1' },
  { name: 'a/README.md', content: '# a' },
  { name: 'a/charts/b/Chart.yaml', content: 'name: b' },
  { name: 'a/charts/b/values.yaml', content: 'not: this' },
]

const hostile: [string, OddEntry[]][] = [
  ['a symbolic link', [{ name: 'a/link', type: 'symlink', linkname: '/etc/passwd' }]],
  ['a hard link', [{ name: 'a/link', type: 'link', linkname: 'a/pack.json' }]],
  ['a device', [{ name: 'a/null', type: 'character-device', devmajor: 1, devminor: 3 }]],
  ['a pipe', [{ name: 'a/pipe', type: 'fifo' }]],
  ['a path that climbs', [{ name: 'a/../../b', content: 'x' }]],
  ['an absolute path', [{ name: '/etc/passwd', content: 'x' }]],
  ['a path with a drive', [{ name: 'C:/windows', content: 'x' }]],
  ['a path with backslashes', [{ name: 'a\\..\\b', content: 'x' }]],
  ['a path with control characters', [{ name: 'a/b\u001b[2J', content: 'x' }]],
]

const broken: [string, (archive: Buffer) => Uint8Array][] = [
  ['cut short', (archive) => archive.subarray(0, archive.length - 60)],
  ['no gzip', () => Buffer.from('<html></html>')],
  ['empty', () => Buffer.alloc(0)],
  ['a gzip of a gzip', (archive) => gzipSync(archive)],
  ['a gzip of something else', () => gzipSync(randomBytes(2_000))],
  ['followed by garbage inside', () => gzipSync(Buffer.concat([Buffer.alloc(1_024), randomBytes(2_000)]))],
]

describe.each([
  ['readPackArchive', readPackArchive, goodFiles('a')],
  ['readChartArchive', readChartArchive, chart],
] as const)('%s', (_, read, good) => {
  it.each(hostile)('refuses %s', async (_what, entries) => {
    await expect(read(await makeOddArchive([...good, ...entries]))).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it.each(broken)('refuses an archive that is %s', async (_what, breakIt) => {
    await expect(read(breakIt(await makeOddArchive(good)))).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it('refuses a gzip bomb', async () => {
    const bomb = await makeOddArchive([...good, { name: 'a/zeros', content: Buffer.alloc(64 * 1024 * 1024) }])
    await expect(read(bomb)).rejects.toMatchObject({ fault: 'too-large' })
  })

  it('refuses too many entries', async () => {
    const entries = Array.from({ length: 10_001 }, (_none, at) => ({
      name: `a/${at}-${randomBytes(32).toString('hex')}`,
    }))
    await expect(read(await makeOddArchive(entries))).rejects.toMatchObject({ fault: 'too-large' })
  })

  it('refuses folders nested too deep', async () => {
    const deep = { name: `${'a/'.repeat(40)}b`, content: 'x' }
    await expect(read(await makeOddArchive([...good, deep]))).rejects.toMatchObject({ fault: 'too-large' })
  })
})

describe('readPackArchive', () => {
  it.each(['', './', 'wrapped/', './wrapped/'])('finds the pack under "%s"', async (prefix) => {
    const files = goodFiles('a').map((file) => ({ ...file, name: file.name.replace('a/', prefix) }))
    await expect(readPackArchive(await makeOddArchive(files))).resolves.toMatchObject({
      pack: { name: 'a', values: 'of: a\n' },
    })
  })

  it('skips charts, logos and packs inside the pack', async () => {
    const beside = [
      { name: 'a/charts/b.tgz', content: randomBytes(3_000_000) },
      { name: 'a/logo.png', content: randomBytes(3_000) },
      ...goodFiles('a/examples/c', 'c'),
    ]
    const archive = await makeOddArchive([...beside, ...goodFiles('a')])
    await expect(readPackArchive(archive)).resolves.toMatchObject({ pack: { name: 'a' } })
  })

  it('refuses two packs side by side', async () => {
    const archive = await makeOddArchive([...goodFiles('a'), ...goodFiles('b')])
    await expect(readPackArchive(archive)).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it('reports that there is no pack', async () => {
    const archive = await makeOddArchive([{ name: 'a/values.yaml', content: '' }])
    await expect(readPackArchive(archive)).resolves.toEqual({ fault: 'missing-pack-json', file: 'pack.json' })
  })

  it.each([
    ['file-too-large', 'README.md', randomBytes(LIMITS.textBytes).toString('hex')],
    ['not-utf8', 'schema.yaml', Buffer.of(0xff, 0xfe)],
    ['duplicate-file', 'values.yaml', 'of: another'],
  ])('reports %s for a pack that it can still name', async (fault, file, content) => {
    const archive = await makeOddArchive([...goodFiles('a'), { name: `a/${file}`, content }])
    await expect(readPackArchive(archive)).resolves.toEqual({ fault, file, name: 'a', version: '1.0.0' })
  })
})

describe('readChartArchive', () => {
  it('reads the texts of the chart itself, byte for byte', async () => {
    await expect(readChartArchive(await makeOddArchive(chart))).resolves.toEqual({
      values: '# kept\r\nx:  1',
      readme: '# a',
    })
  })

  it('treats absent texts as empty', async () => {
    await expect(readChartArchive(await makeOddArchive(chart.slice(0, 1)))).resolves.toEqual({ values: '', readme: '' })
  })

  it.each([
    ['without a Chart.yaml', chart.slice(1)],
    ['with two top folders', [...chart, { name: 'b/values.yaml', content: '' }]],
    ['with a file twice', [...chart, { name: 'a/values.yaml', content: '' }]],
    ['with a text that is not UTF-8', [chart[0], { name: 'a/values.yaml', content: Buffer.of(0xff) }]],
  ])('refuses one %s', async (_what, entries) => {
    const archive = await makeOddArchive(entries.filter((entry) => entry !== undefined))
    await expect(readChartArchive(archive)).rejects.toMatchObject({ fault: 'bad-response' })
  })
})
