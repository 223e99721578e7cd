import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument, type DocumentPack, type ProfileDocument } from '@waybill/profile-format'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRegistry, type TestPack } from '../catalogue.ts'
import { as, buildTestApp, type TestApp } from '../test-app.ts'
import { importFileOf } from './multipart-body.ts'

const FOLDER = join(import.meta.dirname, '../../../../../../shared/corpus/exports')
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : []

/** What people should know of two of them; the others have nothing that is worth a word. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'librarium-cluster-template-aws-draft-hello-replicas.json': ['VariableUnused spec.variables[].name'],
  'librarium-cluster-template-azure.json': ['UnknownField spec.variables[].isHidden'],
}

let test: TestApp

const KINDS = { pack: 'pack', oci: 'oci', helm: 'helm' } as const
const kindOf = ({ registry: { kind } }: DocumentPack) => KINDS[kind === 'oci' || kind === 'helm' ? kind : 'pack']

/** The registries and packs that a document names, and nothing else. */
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

const open = (file: string) => {
  const { document } = readDocument(readFileSync(join(FOLDER, file)), { format: 'json' })
  if (!document) throw new Error(`${file} is not read`)
  return document
}

const admin = (project: 'default' | 'other') =>
  as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects[project])

async function importInto(project: 'default' | 'other', content: string | Buffer): Promise<string> {
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

async function warningsOf(project: 'default' | 'other', content: Buffer): Promise<string[]> {
  const { payload, headers } = importFileOf(content)
  const url = '/v1/clusterprofiles/import/validate'
  const answer = await test.app.inject({ method: 'POST', url, payload, headers: { ...admin(project), ...headers } })
  const { plan } = answer.json<{ plan: { canImport: boolean; problems: { code: string; path: string }[] } }>()
  expect(plan.canImport).toBe(true)
  return [...new Set(plan.problems.map(({ code, path }) => `${code} ${path.replaceAll(/\[\d+\]/g, '[]')}`))]
}

/** What must survive to the byte, and all of the rest but what names a registry. */
const withoutRegistries = (text: string) => {
  const { document } = readDocument(Buffer.from(text), { format: 'json' })
  return document && { ...document, packs: document.packs.map(({ registry: _registry, ...pack }) => pack) }
}

describe.skipIf(files.length === 0)('a real export', () => {
  beforeAll(async () => {
    test = await buildTestApp()
  })
  afterAll(() => test.close())

  it.each(files)('goes in, out, in again and out again as it is: %s', async (file) => {
    const original = readFileSync(join(FOLDER, file))
    await loadCatalogue(open(file))
    expect(await warningsOf('default', original)).toEqual(WARNINGS[file] ?? [])
    const first = await exportFrom('default', await importInto('default', original))
    const second = await exportFrom('other', await importInto('other', first))
    expect(withoutRegistries(first)).toEqual(withoutRegistries(original.toString()))
    expect(second).toBe(first)
  })
})
