import { screen } from '@testing-library/react'
import type { ExportPreviewBody, SecretBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import { ExportDialog } from './export-dialog.tsx'

const secret = (id: string, more: Partial<SecretBody> = {}): SecretBody => ({
  id,
  layerName: 'hello',
  path: id,
  source: 'suspected',
  reason: 'key-name',
  ...more,
})

const preview: ExportPreviewBody = {
  fileNames: { json: 'edge-base-1.2.0.json', yaml: 'edge-base-1.2.0.yaml' },
  declared: [],
  suspected: [secret('db.password'), secret('api.key')],
}

const drawDialog = (shown = preview) => draw(<ExportDialog uid="p1" preview={shown} />)
const tick = (path: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `hello › ${path}` })
const EXPORT = 'GET /v1/clusterprofiles/p1/export'

test('what looks like a secret is masked until its tick is taken away', () => {
  drawDialog()
  expect([tick('db.password').checked, tick('api.key').checked]).toEqual([true, true])
})

test('only what lost its tick is sent to be left in clear', async () => {
  const sent = serve({ [EXPORT]: refusal(409, 'ExportUnmaskable') })
  const user = drawDialog()
  await user.click(tick('db.password'))
  await user.click(tick('api.key'))
  await user.click(tick('api.key'))
  await user.click(screen.getByRole('button', { name: 'Export' }))
  expect(sent.map(({ query }) => query.getAll('unmask'))).toEqual([['db.password']])
})

test('nothing needs to be entered again once nothing is masked', async () => {
  const user = drawDialog({ ...preview, suspected: [secret('db.password')] })
  const hint = /must be entered again/
  expect(screen.queryByText(hint)).not.toBeNull()
  await user.click(tick('db.password'))
  expect(screen.queryByText(hint)).toBeNull()
})

test('the chosen format names the file', async () => {
  const user = drawDialog()
  await user.click(screen.getByRole('radio', { name: 'YAML' }))
  expect(screen.queryByText('edge-base-1.2.0.yaml')).not.toBeNull()
})

test('a refusal stands in the dialog, which can be tried again', async () => {
  serve({ [EXPORT]: refusal(409, 'ExportUnmaskable', { message: 'A secret could not be masked.' }) })
  const user = drawDialog()
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('A secret could not be masked.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(false)
})
