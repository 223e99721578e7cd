import { describe, expect, it } from 'vitest'
import type { IndexedChart } from '../archives/archive-readers.ts'
import { readHelmIndex } from './read-helm-index.ts'

const URL = 'https://charts.example/stable/index.yaml'

async function read(index: string): Promise<IndexedChart[]> {
  const charts: IndexedChart[] = []
  for await (const chart of readHelmIndex(new TextEncoder().encode(index), URL)) charts.push(chart)
  return charts
}

const summaryOf = (charts: IndexedChart[]) =>
  charts.map((chart) => (chart.fault === undefined ? `${chart.pack.name}:${chart.pack.version}` : chart.fault))

/** An index of one chart with one version, and the given further fields. */
const one = (fields: string, version = '1.0.0') =>
  `apiVersion: v1\nentries:\n  a:\n  - name: a\n    version: ${version}\n${fields}`
const readOne = async (fields: string, version?: string) => (await read(one(fields, version)))[0]
const URLS = '    urls: [a.tgz]\n'

const sha = 'a'.repeat(64)

describe('readHelmIndex', () => {
  it('reads a chart version as a pack whose content stays in the registry', async () => {
    const fields = `    description: "Does: a thing"\n    digest: ${sha}\n    appVersion: 2.10\n    home: https://a.example\n    created: 2024-01-01T00:00:00Z\n    deprecated: true\n${URLS}`
    expect(await readOne(fields)).toMatchObject({
      pack: {
        name: 'a',
        displayName: 'a',
        version: '1.0.0',
        layer: 'addon',
        cloudTypes: ['all'],
        description: 'Does: a thing',
        annotations: JSON.stringify({ source: 'https://a.example', appVersion: '2.10', deprecated: 'true' }),
      },
      sourceDigest: sha,
      location: 'https://charts.example/stable/a.tgz',
      isContentRead: false,
    })
  })

  it.each([
    ['charts/a.tgz', 'https://charts.example/stable/charts/a.tgz'],
    ['/a.tgz', 'https://charts.example/a.tgz'],
    ['https://other.example/a.tgz', 'https://other.example/a.tgz'],
    ['oci://registry.example/charts/a:1.0.0', 'oci://registry.example/charts/a:1.0.0'],
  ])('resolves the URL %s', async (url, location) => {
    expect(await readOne(`    urls: ["${url}"]\n`)).toMatchObject({ location })
  })

  it.each([
    ['without an address', '    urls: []\n'],
    ['with an address of another kind', '    urls: ["file:///etc/passwd"]\n'],
    ['with credentials in its address', '    urls: ["https://a:b@c.example/a.tgz"]\n'],
    ['that is malformed', '    urls: [\n'],
    ['with fields in fields without end', `    x: ${'['.repeat(200)}${']'.repeat(200)}\n${URLS}`],
    ['with a name that is none', `    name: ../../a\n${URLS}`],
    ['with another name than text', `    name: [a]\n${URLS}`],
  ])('skips an entry %s and continues', async (_what, fields) => {
    const index = `${one(fields)}  b:\n  - name: b\n    version: 1.0.0\n    urls: [b.tgz]\n`
    expect(summaryOf(await read(index))).toEqual(['invalid-chart', 'b:1.0.0'])
  })

  it.each(['1.0.0', 'v1.0.0', '1.2', '1.0.0-rc.1+build.5', '1.10', '"1.10"'])('accepts version %s', async (version) => {
    expect(summaryOf(await read(one(URLS, version)))).toEqual([`a:${version.replaceAll('"', '')}`])
  })

  it.each(['latest', '1.0.0.0', '1.0.0 beta', 'b1'])('skips version %s and reports it', async (version) => {
    expect(await readOne(URLS, version)).toEqual({ fault: 'invalid-version', name: 'a', version })
  })

  it.each([
    ['absent', ''],
    ['none', '    digest: null\n'],
    ['odd', '    digest: md5-of-it\n'],
  ])('treats a digest that is %s as absent', async (_what, digest) =>
    expect(await readOne(digest + URLS)).toMatchObject({ sourceDigest: '' }),
  )

  it('accepts a digest with its algorithm', async () => {
    expect(await readOne(`    digest: sha256:${sha}\n${URLS}`)).toMatchObject({ sourceDigest: sha })
  })

  it('skips libraries silently', async () => {
    expect(await read(one(`    type: library\n${URLS}`))).toEqual([])
  })

  it('takes the first of 100,000 entries with the same name and version', async () => {
    const entry = '  - name: a\n    version: 1.0.0\n    urls: [a.tgz]\n'
    const charts = summaryOf(await read(`entries:\n  a:\n${entry.repeat(100_000)}`))
    expect(charts[0]).toBe('a:1.0.0')
    expect(charts.filter((fault) => fault === 'duplicate')).toHaveLength(99_999)
  })

  it('expands no alias', async () => {
    const levels = Array.from({ length: 9 }, (_none, at) => `    x${at + 1}: &x${at + 1} [${`*x${at},`.repeat(9)}]\n`)
    const bomb = one(`    x0: &x0 [lol,lol]\n${levels.join('')}    annotations: *x9\n    sources: *x9\n${URLS}`)
    expect(summaryOf(await read(bomb))).toEqual(['a:1.0.0'])
  })

  it('refuses an alias to an anchor in another entry', async () => {
    const index = `entries:\n  a:\n  - &a\n    name: a\n    version: 1.0.0\n    urls: [a.tgz]\n  b:\n  - *a\n`
    expect(summaryOf(await read(index))).toEqual(['a:1.0.0', 'invalid-chart'])
  })

  it.each([
    [
      'deeper items',
      'entries:\n    a:\n        - name: a\n          version: 1.0.0\n          urls:\n            - a.tgz\n',
    ],
    ['a dash on its own line', 'entries:\n  a:\n  -\n    name: a\n    version: 1.0.0\n    urls:\n    - a.tgz\n'],
    ['Windows line ends', 'entries:\r\n  a:\r\n  - name: a\r\n    version: 1.0.0\r\n    urls: [a.tgz]\r\n'],
    ['a byte order mark', '\uFEFFentries:\n  a:\n  - name: a\n    version: 1.0.0\n    urls: [a.tgz]\n'],
    ['no newline at the end', 'entries:\n  a:\n  - name: a\n    version: 1.0.0\n    urls: [a.tgz]'],
    [
      'other keys around',
      'x: |\n  - y\n---\napiVersion: v1\nentries: # all\n  # one\n  a:\n  - name: a\n    version: 1.0.0\n    urls: [a.tgz]\ngenerated: now\ny:\n  - z\n',
    ],
    [
      'a text that looks like an entry',
      'entries:\n  a:\n  - name: a\n    x: |\n      - name: b\n\n      b:\n    version: 1.0.0\n    urls: [a.tgz]\n',
    ],
    ['JSON', '{"apiVersion":"v1","entries":{"a":[{"name":"a","version":"1.0.0","urls":["a.tgz"]}]}}'],
  ])('reads an index with %s', async (_what, index) => {
    expect(summaryOf(await read(index))).toEqual(['a:1.0.0'])
  })

  it('accepts an index without charts', async () => {
    expect(await read('apiVersion: v1\nentries: {}\n')).toEqual([])
  })

  it.each([
    '',
    'apiVersion: v1\n',
    '<!doctype html>\n<html>',
    '{"message":"no"}',
    '{',
    'entries: [a, b]\n',
    'entries: {a: []}\n',
  ])('refuses %j as an index', async (index) => expect(read(index)).rejects.toMatchObject({ fault: 'not-a-registry' }))

  it('detects a change in an entry, but ignores when the index was written', async () => {
    const digest = async (fields: string) => {
      const chart = await readOne(fields + URLS)
      return chart?.fault === undefined ? chart?.pack.digest : undefined
    }
    expect(await digest('    created: 2024-01-01\n')).toBe(await digest('    created: 2025-01-01\n'))
    expect(await digest(`    digest: ${sha}\n`)).not.toBe(await digest(''))
  })
})
