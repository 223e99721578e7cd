import type { ImportDecisionsBody, ImportValidateResponse } from '@waybill/api-contract'
import { beforeAll, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const schema = `db.login:\n  schema: '{{ format "\${password}" }}'\n`
const values = 'db:\n  login: hunter22\ntown: paris-texas\napiToken: abcd-efgh-1234\nadminPassword: hjkl-uiop-9876\n'
const PLACES = ['db.login', 'town', 'adminPassword']

const test = await openTestApp()

beforeAll(async () => {
  await addRegistry(test.deps.tenantDb(stage().uid), {
    name: 'Public Repo',
    packs: [{ name: 'page', version: '1.0.0', schema }],
  })
  await rule('town', 'always')
  await rule('apiToken', 'never')
})

const stage = () => test.fixtures.stage
const tenantAdmin = () => as(stage().users.tenantAdmin)
const here = () => as(stage().users.projectAdmin, stage().projects.default)

const rule = (path: string, verdict: 'always' | 'never') =>
  test.app.inject({
    method: 'POST',
    url: '/v1/console/secretrules',
    headers: tenantAdmin(),
    payload: { packName: 'page', path, verdict },
  })

function send(operation: 'file' | 'validate', file: string, decisions: Partial<ImportDecisionsBody> = {}) {
  const upload = uploadOf(file, { decisions })
  const headers = { ...here(), ...upload.headers }
  return test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/import/${operation}`,
    payload: upload.payload,
    headers,
  })
}

async function exportOf(uid: string): Promise<string> {
  return (await test.app.inject({ url: `/v1/clusterprofiles/${uid}/export`, headers: here() })).body
}

/** Exports a profile that was imported with all its values in clear. */
async function exportedAs(name: string): Promise<string> {
  const file = profileJson({ name, packs: [packOf({ values })] })
  return exportOf((await send('file', file)).json<{ uid: string }>().uid)
}

it('masks what came in clear according to rules and the pack here', async () => {
  const file = await exportedAs('clear')
  expect(file).not.toMatch(/hunter22|paris-texas|hjkl-uiop/)
  expect(file).toContain('abcd-efgh-1234')
})

it('asks for what rules and declared paths masked, and for nothing that a rule left in clear', async () => {
  const { plan } = (await send('validate', await exportedAs('asking'))).json<ImportValidateResponse>()
  expect(plan.masked.map(({ valuePath }) => valuePath)).toEqual(PLACES)
})

it('masks what was filled in again', async () => {
  const file = (await exportedAs('before')).replace('"name":"before"', '"name":"after"')
  const masks = PLACES.map(
    (path) => ({ place: `packs[0].values#${path}`, action: 'fill', value: `entered-${path}` }) as const,
  )
  const { uid } = (await send('file', file, { masks })).json<{ uid: string }>()
  expect(await exportOf(uid)).toBe(file)
})

it('masks what was filled in even if only the file knew that it is secret', async () => {
  const content = 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: m}\ndata: {town: "********", street: x}\n'
  const manifests = [{ name: 'second', content }]
  const file = profileJson({ name: 'marked', packs: [packOf({ values: 'town: "********"\nother: 1\n', manifests })] })
  const fill = (place: string) => ({ place, action: 'fill', value: 'somewhere' }) as const
  const masks = [fill('packs[0].values#town'), fill('packs[0].manifests[0]#data.town')]
  const { uid } = (await send('file', file, { masks })).json<{ uid: string }>()
  const [{ values: exported, manifests: texts }] = JSON.parse(await exportOf(uid)).spec.template.packs
  expect([exported, texts[0].content]).toEqual(['town: "********"\nother: 1\n', content])
})

it('asks for a mask in the file even if a rule here leaves values in clear', async () => {
  const file = profileJson({ name: 'foreign', values: 'apiToken: "********"\n' })
  const { plan } = (await send('validate', file)).json<ImportValidateResponse>()
  expect(plan.masked.map(({ valuePath }) => valuePath)).toEqual(['apiToken'])
})

it('does not ask for a mask in a comment, which stays', async () => {
  const text = '# password: ********\nreplicas: 1\n'
  const file = profileJson({ name: 'commented', values: text })
  const { plan } = (await send('validate', file)).json<ImportValidateResponse>()
  expect([plan.masked, plan.canImport]).toEqual([[], true])
  const { uid } = (await send('file', file)).json<{ uid: string }>()
  expect(JSON.parse(await exportOf(uid)).spec.template.packs[0].values).toBe(text)
})
