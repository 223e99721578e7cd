import { inspectText } from '@waybill/secret-finder'
import { expect, it } from 'vitest'
import type { ProfileDocument } from '../../document/document.ts'
import { previewExport } from './preview-export.ts'

// Written in two parts, so that secret scanners do not report this file.
const TOKEN = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`

function previewOf(values: string, keep: readonly string[] = []) {
  const pack = {
    name: 'page',
    type: 'oci',
    layer: 'addon',
    version: '1.0.0',
    manifests: [],
    registry: {},
    values,
  } as const
  const document: ProfileDocument = {
    name: 'web',
    description: '',
    labels: new Map(),
    version: '1.0.0',
    type: 'add-on',
    cloudType: 'all',
    packs: [{ ...pack, manifests: [] }],
    variables: [],
  }
  const inspection = inspectText(values, { kind: 'values', declaredPaths: [], suspicions: [] })
  const inspections = new Map([['packs[0].values', inspection]])
  return previewExport(
    { document, inspections, suspected: 'mask', keep: new Set(keep) },
    { format: 'yaml', pretty: false },
  )
}

it('follows a place after masks that are shorter or longer than what they hide', () => {
  const values = 'a:\n  password: hunter-2-and-more-of-it\n  apiToken: abcd-efgh-1234\n  town: Lisbon\n'
  const { file, findings, scalars } = previewOf(values, ['packs[0].values#a.apiToken'])
  const at = (range?: { start: number; end: number }) => file.slice(range?.start, range?.end)
  expect(findings.map(({ range }) => at(range))).toEqual(['"********"', 'abcd-efgh-1234'])
  expect(at(scalars.find(({ path }) => path === 'a.town'))).toBe('Lisbon')
})

it('masks a secret that is the key of a map in the path of a value below it', () => {
  const { findings } = previewOf(`token: ${TOKEN}\nusers:\n  ${TOKEN}:\n    password: hunter-2-and-more\n`)
  expect(findings.length).toBeGreaterThan(1)
  expect(JSON.stringify(findings)).not.toContain(TOKEN)
})
