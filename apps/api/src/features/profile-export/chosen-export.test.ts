import type { ExportPreviewBody } from '@waybill/api-contract'
import { expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const COUNT = 1_000
const names = Array.from({ length: COUNT }, (_, at) => `service-number-${at}`)
const secretOf = (name: string) => `Kq7-${name}-zR4`

const test = await openTestApp()
const stage = () => test.fixtures.stage

const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
const values = names.map((name) => `${name}:\n  password: ${secretOf(name)}\n`).join('')
const uid = await addProfile(test, { tenantUid: stage().uid, name: 'many', layers: [{ values }] })

const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)

const post = (path: '/export' | '/export/preview', body: object, headers = admin()) =>
  fetch(`${address}/v1/clusterprofiles/${uid}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const previewOf = async (body: object): Promise<ExportPreviewBody> =>
  JSON.parse(await (await post('/export/preview', body)).text())
const findAll = async () => (await previewOf({})).findings.map(({ id }) => id)

it('exports a thousand suspected places that were all deselected', async () => {
  const unmask = await findAll()
  expect(unmask).toHaveLength(COUNT)
  const file = await (await post('/export', { unmask })).text()
  expect(names.filter((name) => !file.includes(secretOf(name)))).toEqual([])
})

it('shows the file that it saves', async () => {
  const choice = { format: 'yaml', unmask: await findAll() }
  const { file } = await previewOf(choice)
  expect(file).toBe(await (await post('/export', choice)).text())
})

it('lists every place that it shows in the audit log, a few hundred per event, and none that does not exist', async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE audit_events`
  const unmask = await findAll()
  await previewOf({ unmask: [...unmask, ...unmask.slice(0, 5).map((id) => `${id}.${'x'.repeat(2_000)}`)] })
  const events = await test.deps.prisma.auditEvent.findMany({ where: { action: 'reveal' } })
  const places = events.map(({ details }) => (JSON.parse(String(details)) as { places: string[] }).places)
  expect(places.flat().toSorted()).toEqual(unmask.toSorted())
  expect(Math.max(...places.map(({ length }) => length))).toBeLessThanOrEqual(200)
})

it('is the same file as for a plain URL if nothing is chosen', async () => {
  const asked = await fetch(`${address}/v1/clusterprofiles/${uid}/export?pretty=true`, { headers: viewer() })
  const chosen = await post('/export', { pretty: true }, viewer())
  expect(await chosen.text()).toBe(await asked.text())
  expect(chosen.headers.get('content-disposition')).toBe(asked.headers.get('content-disposition'))
})

it.each(['/export', '/export/preview'] as const)('leaves nothing in clear over %s for a viewer', async (path) => {
  const unmask = [`packs[0].values#${names[0]}.password`]
  expect((await post(path, { unmask }, viewer())).status).toBe(403)
})
