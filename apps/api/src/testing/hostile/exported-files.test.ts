import { readDocument, type DocumentPack, type ProfileDocument } from '@waybill/profile-format'
import { exportedFiles, tellWithout, WARNINGS, type ExportedFile } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRegistry, type TestPack } from '../catalogue.ts'
import { as, buildTestApp, type TestApp } from '../test-app.ts'
import { importFileOf } from './multipart-body.ts'

let test: TestApp

const KINDS = { pack: 'pack', oci: 'oci', helm: 'helm' } as const
const kindOf = ({ registry: { kind } }: DocumentPack) => KINDS[kind === 'oci' || kind === 'helm' ? kind : 'pack']

/** Fills the catalogue with exactly the registries and packs that a document names. */
async function loadCatalogue({ packs }: ProfileDocument) {
  const db = test.deps.tenantDb(test.fixtures.stage.uid)
  await db.registry.deleteMany({})
  const named = packs.filter(({ type }) => type !== 'manifest')
  for (const [name = '', held] of Map.groupBy(named, ({ registry }) => registry.name)) {
    const [first] = held
    if (!first) continue
    const versions = held.map(({ name: pack, version, layer }): TestPack => ({ name: pack, version, layer }))
    await addRegistry(db, { name, kind: kindOf(first), packs: versions })
  }
}

const open = ({ name, bytes }: ExportedFile) => {
  const { document } = readDocument(bytes, { format: 'json' })
  if (!document) throw new Error(`${name} is not read`)
  return document
}

const admin = (project: 'default' | 'other') =>
  as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects[project])

async function importInto(project: 'default' | 'other', content: string | Uint8Array): Promise<string> {
  const { payload, headers } = importFileOf(content)
  const url = '/v1/clusterprofiles/import/file?maskedValues=leave-empty'
  const answer = await test.app.inject({ method: 'POST', url, payload, headers: { ...admin(project), ...headers } })
  expect(answer.json()).toEqual({ uid: expect.any(String) })
  return answer.json<{ uid: string }>().uid
}

async function exportFrom(project: 'default' | 'other', uid: string): Promise<string> {
  const answer = await test.app.inject({
    url: `/v1/clusterprofiles/${uid}/export?mask=declared`,
    headers: admin(project),
  })
  expect(answer.statusCode).toBe(200)
  return answer.body
}

async function warningsOf(project: 'default' | 'other', content: Uint8Array): Promise<string[]> {
  const { payload, headers } = importFileOf(content)
  const url = '/v1/clusterprofiles/import/validate'
  const answer = await test.app.inject({ method: 'POST', url, payload, headers: { ...admin(project), ...headers } })
  const { plan } = answer.json<{ plan: { canImport: boolean; problems: { code: string; path: string }[] } }>()
  expect(plan.canImport).toBe(true)
  return [...new Set(plan.problems.map(({ code, path }) => `${code} ${path.replaceAll(/\[\d+\]/g, '[]')}`))]
}

/** Everything must survive byte for byte, except for what identifies a registry. */
const withoutRegistries = (text: string) => {
  const { document } = readDocument(Buffer.from(text), { format: 'json' })
  return document && { ...document, packs: document.packs.map(({ registry: _registry, ...pack }) => pack) }
}

describe('an exported file', () => {
  tellWithout('corpus/exports')

  beforeAll(async () => {
    test = await buildTestApp()
  })
  afterAll(() => test.close())

  it.each(exportedFiles())('survives import, export, import and export unchanged: $name', async (file) => {
    await loadCatalogue(open(file))
    expect(await warningsOf('default', file.bytes)).toEqual(WARNINGS[file.name] ?? [])
    const first = await exportFrom('default', await importInto('default', file.bytes))
    const second = await exportFrom('other', await importInto('other', first))
    expect(withoutRegistries(first)).toEqual(withoutRegistries(new TextDecoder().decode(file.bytes)))
    expect(second).toBe(first)
  })
})
