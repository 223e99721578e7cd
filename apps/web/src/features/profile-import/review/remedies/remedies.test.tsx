import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, drawWizard, reviewOf, storeWith } from '../../testing/draw-wizard.tsx'
import { layer, masked, planOf, problem, profileDocument } from '../../testing/plan-fixture.ts'
import { serve } from '../../../../testing/server.ts'
import { ValidateStage } from '../validate-stage.tsx'

const secret = masked('values.password', { layerName: 'hello', valuePath: 'password' })
const PLACE = 'hello › password'

/** Renders the step Validate for a plan, with the wizard's own store. */
function drawValidate(plan: Parameters<typeof storeWith>[0], may: Parameters<typeof drawWizard>[1]['may'] = {}) {
  const store = storeWith(plan)
  const user = drawWizard((review) => <ValidateStage review={review} document={profileDocument} />, { store, may })
  return { store, user }
}

const decisionsOf = (store: ReturnType<typeof storeWith>) => reviewOf(store).decisions
const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('a masked value stays open while typing, until it loses the focus', async () => {
  const { store, user } = drawValidate(planOf({ canImport: false, masked: [secret] }))
  await user.type(screen.getByLabelText(`Value of ${PLACE}`), 'hunter2')
  expect(decisionsOf(store).masks).toEqual([{ place: 'values.password', action: 'fill', value: 'hunter2' }])
  answer(store, planOf({ masked: [{ ...secret, isSettled: true }] }))
  expect(screen.queryByLabelText(`Value of ${PLACE}`)).not.toBeNull()
  await user.keyboard('{Enter}')
  await screen.findByText('has been entered.', { exact: false })
  expect(screen.queryByLabelText(`Value of ${PLACE}`)).toBeNull()
})

test('a typed secret is hidden unless it is asked for', async () => {
  const { user } = drawValidate(planOf({ canImport: false, masked: [secret] }))
  const input = screen.getByLabelText<HTMLInputElement>(`Value of ${PLACE}`)
  expect(input.type).toBe('password')
  await user.click(button(`Show Value of ${PLACE}`))
  expect(input.type).toBe('text')
})

test('a pasted value that no request can carry is reported at its field, and is not a decision', async () => {
  const { store, user } = drawValidate(planOf({ canImport: false, masked: [secret] }))
  const input = screen.getByLabelText(`Value of ${PLACE}`)
  await user.click(input)
  await user.paste('hunter\u00002')
  expect(screen.getByText(/holds a character that cannot be stored/)).toBeTruthy()
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(decisionsOf(store).masks ?? []).toEqual([])
  await user.clear(input)
  await user.type(input, 'hunter2')
  expect(screen.queryByText(/cannot be stored/)).toBeNull()
  expect(decisionsOf(store).masks).toEqual([{ place: 'values.password', action: 'fill', value: 'hunter2' }])
})

test('a pasted key of several lines keeps its line breaks, hidden', async () => {
  const { store, user } = drawValidate(planOf({ canImport: false, masked: [secret] }))
  await user.click(screen.getByLabelText(`Value of ${PLACE}`))
  await user.paste('first line\nsecond line\n')
  expect(decisionsOf(store).masks).toMatchObject([{ value: 'first line\nsecond line\n' }])
  const field = screen.getByLabelText<HTMLTextAreaElement>(`Value of ${PLACE}`)
  expect([field.value, document.activeElement]).toEqual(['first line\nsecond line\n', field])
})

test('a masked part is shown in its value, and extracted from a pasted whole value', async () => {
  const around = { before: 'https://bob:', after: '@app.test/x' }
  const { store, user } = drawValidate(planOf({ canImport: false, masked: [{ ...secret, around }] }))
  const field = screen.getByLabelText<HTMLInputElement>(`Value of ${PLACE}`)
  const described = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('Part of https://bob:••••••••@app.test/x')
  await user.click(field)
  await user.paste('https://bob:hunter2@app.test/x')
  expect(decisionsOf(store).masks).toMatchObject([{ value: 'hunter2' }])
  expect(field.value).toBe('hunter2')
})

test('a masked value in a manifest is named with the manifest', () => {
  const ofManifest = masked('m', { layerName: 'own', manifest: 'secrets', valuePath: 'stringData.key' })
  drawValidate(planOf({ canImport: false, masked: [ofManifest] }))
  expect(screen.queryByLabelText('Value of own › secrets › stringData.key')).not.toBeNull()
})

test('a masked value can be kept only where the version here has it', () => {
  const comparedWith = { uid: 'p1', version: '1.0.0' }
  const other = masked('values.other', { layerName: 'hello', isKeepable: true })
  drawValidate(planOf({ canImport: false, comparedWith, masked: [secret, other] }))
  expect(screen.getAllByRole('button', { name: 'Keep the value of 1.0.0 here' })).toHaveLength(1)
})

test('all masked values are left empty at once, except settled ones', async () => {
  const open = [masked('a'), masked('b')]
  const { store, user } = drawValidate(planOf({ masked: [...open, { ...secret, isSettled: true }] }))
  await user.click(button('Leave all 2 empty'))
  expect(decisionsOf(store).masks?.map(({ place }) => place)).toEqual(['a', 'b'])
})

const region = { name: 'region', isDefined: false, isCreated: false, usedIn: ['hello › region'] }
const macroPlan = planOf({
  canImport: false,
  macros: [region],
  problems: [problem('MacroUndefined', 'macros', { params: { macro: 'region' } })],
})

test('a missing macro is created in the narrower scope unless another is chosen', async () => {
  const { store, user } = drawValidate(macroPlan)
  await user.type(screen.getByRole('textbox', { name: 'Value of region' }), 'eu')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Scope' }), 'Tenant')
  expect(decisionsOf(store).macros).toEqual([{ name: 'region', value: 'eu', scope: 'tenant' }])
})

test('users who may not create macros read which permission it needs', () => {
  drawValidate(macroPlan, { macroScopes: [] })
  expect(screen.queryByText('macro.create')).not.toBeNull()
  expect(screen.queryByRole('textbox', { name: 'Value of region' })).toBeNull()
})

test('a taken version offers the next free one', async () => {
  const taken = problem('ClusterProfileAlreadyExists', 'name')
  const { store, user } = drawValidate(planOf({ canImport: false, nextVersion: '1.2.1', problems: [taken] }))
  await user.click(button('Use 1.2.1 (next free)'))
  expect(decisionsOf(store)).toEqual({ name: 'edge-base', version: '1.2.1' })
})

test('a typed name is checked, and reported as taken before the file is checked again', async () => {
  const sent = serve({ 'GET /v1/clusterprofiles/validate/name': () => new Response(null, { status: 409 }) })
  const { user } = drawValidate(
    planOf({ canImport: false, problems: [problem('ClusterProfileAlreadyExists', 'name')] }),
  )
  await user.type(screen.getByRole('textbox', { name: 'Name' }), '-2')
  await screen.findByText('Already exists here.')
  expect(sent.at(-1)?.query.get('name')).toBe('edge-base-2')
})

const missing = layer(0, {
  name: 'cni-calico',
  alternatives: [{ version: '3.29.0', registryUid: 'r1', registryName: 'Public Repo', order: 'newer' }],
})
const packPlan = planOf({
  canImport: false,
  layers: [missing],
  problems: [problem('PackVersionNotFound', 'packs', { path: 'spec.template.packs[0].version' })],
})

/** Answers with registries of the tenant that have these names. */
const serveRegistries = (registries: { name: string; endpoint: string }[]) =>
  serve({
    'GET /v1/console/registries': () =>
      Response.json({ items: registries.map((each) => ({ uid: each.name, ...each })) }),
  })

test.each([
  [[{ name: 'Public Repo', endpoint: 'https://packs.example' }], 'which a tenant administrator can sync.'],
  [[{ name: 'Public Repo', endpoint: '' }], 'which a tenant administrator can sync once it has an address.'],
  [[], 'which a tenant administrator can add or sync.'],
])('users who may not sync read what an administrator can do, with the registries %j', async (registries, words) => {
  serveRegistries(registries)
  drawValidate(packPlan)
  expect(await screen.findByText(words, { exact: false })).toBeTruthy()
})

test('another version of a pack brings its registry, and Change reverts both', async () => {
  serveRegistries([])
  const { store, user } = drawValidate(packPlan)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Version available here: cni-calico' }), '0')
  expect(decisionsOf(store)).toEqual({ packVersions: { '0': '3.29.0' }, registries: { '0': 'r1' } })
  answer(store, planOf({ layers: [{ ...missing, version: '3.29.0', versionChange: 'newer' }] }))
  await screen.findByText(/→ 3\.29\.0, newer/)
  const [, change] = screen.getAllByRole('button', { name: 'Change' })
  if (change) await user.click(change)
  expect(decisionsOf(store)).toEqual({ packVersions: {}, registries: {} })
})

test('a problem that only the file can settle links to its place in the file', async () => {
  const path = 'spec.template.packs[0].values'
  const { store, user } = drawValidate(
    planOf({ canImport: false, problems: [problem('YamlInvalid', 'values', { path })] }),
  )
  await user.click(button('Change it in the file'))
  expect(store.getState()).toMatchObject({ stage: { step: 'upload-file' }, filePlace: { path } })
})
