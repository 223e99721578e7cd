import { screen, within } from '@testing-library/react'
import type { ExportPreviewBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { draw, project } from '../../testing/draw.tsx'
import { refusal, type Sent, serve } from '../../testing/server.ts'
import { ExportDialog } from './export-dialog.tsx'
import type { Finding } from './findings/finding.ts'

const PREVIEW = 'POST /v1/clusterprofiles/p1/export/preview'
const EXPORT = 'POST /v1/clusterprofiles/p1/export'
const MARKS = 'PUT /v1/clusterprofiles/p1/secrets/marks'

const finding = (path: string, more: Partial<Finding> = {}): Finding => ({
  id: `packs[0].values#${path}`,
  textId: 'packs[0].values',
  where: 'values',
  layerName: 'hello',
  path,
  line: 3,
  source: 'suspected',
  reason: 'key-name',
  message: 'Its key names a credential.',
  evidence: ['key-name'],
  strength: 'likely',
  isMasked: true,
  isFixed: false,
  ...more,
})

const likely = [finding('db.password'), finding('api.key')]
const possible = finding('auth.name', { strength: 'possible', isMasked: false })
const declared = finding('tls.key', { source: 'declared', strength: 'declared', isFixed: true })

const previewOf = (findings: Finding[], more: Partial<ExportPreviewBody> = {}): ExportPreviewBody => ({
  fileNames: { json: 'edge-base-1.2.0.json', yaml: 'edge-base-1.2.0.yaml' },
  mayUnmask: true,
  leavesOutDraft: false,
  findings,
  scalars: [],
  problems: [],
  file: '{}',
  ...more,
})

async function drawDialog(findings = likely, more: Partial<ExportPreviewBody> = {}, answers = {}) {
  const sent = serve({ [PREVIEW]: () => Response.json(previewOf(findings, more)), ...answers })
  const user = draw(<ExportDialog uid="p1" />, { ...project, permissions: new Set(['clusterProfile.update']) })
  await screen.findByRole('region', { name: 'What was found' })
  return { user, sent }
}

const tick = (path: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `hello › ${path}` })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const askedOf = (sent: readonly Sent[], path: string) => sent.filter((each) => each.path.endsWith(path))

test('a value that looks like a secret is masked until its checkbox is cleared', async () => {
  await drawDialog()
  expect([tick('db.password').checked, tick('api.key').checked]).toEqual([true, true])
})

test('a waiting draft is reported as not part of the file', async () => {
  await drawDialog(likely, { leavesOutDraft: true })
  expect(screen.getByText(/A draft waits to be published. It is not in this file/)).toBeTruthy()
})

test('a possible finding is shown unchecked', async () => {
  await drawDialog([possible])
  expect(tick('auth.name').checked).toBe(false)
})

test('a declared finding has no checkbox', async () => {
  await drawDialog([declared])
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.queryByRole('img', { name: 'Always masked' })).not.toBeNull()
})

test('only values whose checkbox was cleared are left in clear', async () => {
  const { user, sent } = await drawDialog(likely, {}, { [EXPORT]: refusal(409, 'ExportUnmaskable') })
  await user.click(tick('db.password'))
  await user.click(tick('api.key'))
  await user.click(tick('api.key'))
  await user.click(button('Export'))
  expect(askedOf(sent, '/export').map(({ body }) => body)).toMatchObject([{ unmask: ['packs[0].values#db.password'] }])
})

test('the footer counts what is masked and what the user leaves in clear', async () => {
  const { user } = await drawDialog([...likely, declared])
  await user.click(tick('db.password'))
  expect(screen.queryByText('2 masked, 1 left in clear by you')).not.toBeNull()
})

test('checking a possible finding is saved as a mark', async () => {
  const { user, sent } = await drawDialog([possible], {}, { [MARKS]: () => new Response(null, { status: 204 }) })
  await user.click(tick('auth.name'))
  const mark = { layerName: 'hello', path: 'auth.name', verdict: 'secret' }
  expect(askedOf(sent, '/marks').map(({ body }) => body)).toEqual([{ marks: [mark] }])
})

test('a finding that is not a secret is saved as such, with Undo', async () => {
  const { user, sent } = await drawDialog(likely, {}, { [MARKS]: () => new Response(null, { status: 204 }) })
  await user.click(button('Not a secret: db.password'))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  const verdicts = askedOf(sent, '/marks').map(({ body }) => JSON.stringify(body).match(/"verdict":("?\w+"?)/)?.[1])
  expect(verdicts).toEqual(['"harmless"', 'null'])
})

test('users who may not unmask see disabled checkboxes and the missing permission', async () => {
  await drawDialog(likely, { mayUnmask: false })
  expect(tick('db.password').disabled).toBe(true)
  const described = document.getElementById(tick('db.password').getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toContain('clusterProfile.update')
})

test('nothing needs to be entered again once nothing is masked', async () => {
  const { user } = await drawDialog([finding('db.password')])
  const hint = /must be entered again/
  expect(screen.queryByText(hint)).not.toBeNull()
  await user.click(tick('db.password'))
  expect(screen.queryByText(hint)).toBeNull()
})

test("the file's name follows the chosen format", async () => {
  const { user } = await drawDialog()
  await user.click(screen.getByRole('radio', { name: 'YAML' }))
  expect(screen.queryByText('edge-base-1.2.0.yaml', { selector: 'strong' })).not.toBeNull()
})

test('a file is formatted for reading unless another format is chosen', async () => {
  const { user, sent } = await drawDialog()
  await user.click(screen.getByRole('radio', { name: 'JSON, compact' }))
  expect(askedOf(sent, '/preview').map(({ body }) => body)).toMatchObject([
    { format: 'json', pretty: true },
    { format: 'json', pretty: false },
  ])
})

test('a thousand layers are listed without rendering every row', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) =>
    finding('db.password', { id: `packs[${at}].values#db.password`, layerName: `layer-${at}` }),
  )
  await drawDialog(many)
  const list = within(screen.getByRole('region', { name: 'What was found' }))
  expect(list.getAllByRole('button', { expanded: false }).length).toBeGreaterThan(900)
  expect(list.getAllByRole('checkbox').length).toBeLessThan(100)
})

test('a profile without secrets says so', async () => {
  await drawDialog([])
  expect(screen.queryByText('Nothing in this profile is or looks like a secret.')).not.toBeNull()
})

test('a failed preview says why and can be retried', async () => {
  const sent = serve({ [PREVIEW]: refusal(409, 'ExportUnmaskable', { message: 'A secret stands in a name.' }) })
  const user = draw(<ExportDialog uid="p1" />)
  expect(await screen.findByText(/A secret stands in a name\./)).not.toBeNull()
  await user.click(button('Try again'))
  expect(askedOf(sent, '/preview')).toHaveLength(2)
})

test('a refusal is shown in the dialog, and the export can be tried again', async () => {
  const refused = refusal(409, 'ExportUnmaskable', { message: 'A secret could not be masked.' })
  const { user } = await drawDialog(likely, {}, { [EXPORT]: refused })
  await user.click(button('Export'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('A secret could not be masked.')
  expect(button('Export').disabled).toBe(false)
})
