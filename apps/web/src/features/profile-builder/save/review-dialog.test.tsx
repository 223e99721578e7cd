import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { screen, waitFor, within } from '@testing-library/react'
import type { ProfileBody } from '@waybill/api-contract'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Scope } from '../../../shared/session/scope.ts'
import { profileBody } from '../../../testing/bodies.ts'
import { draw, project } from '../../../testing/draw.tsx'
import { BuilderContext, createBuilderStore } from '../state/builder-store.ts'
import { INFO, NO_TEXTS } from '../state/builder-texts.ts'
import { textOfVariable, variableKey } from '../state/variable-texts.ts'
import type { PlacedProblem } from '../texts/problems/placed-problem.ts'
import { ReviewDialog } from './review-dialog.tsx'
import type { Saving } from './use-save.ts'

// jsdom has no matchMedia.
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => 0, removeEventListener: () => 0 }))
})

const problem: PlacedProblem = {
  place: { key: 'values relay', label: 'Values of relay', layer: 'relay' },
  offset: 9,
  line: 4,
  message: 'This is not valid YAML.',
  severity: 'error',
}

interface Opened {
  problems?: readonly PlacedProblem[]
  profile?: ProfileBody
  hasConflict?: boolean
  stored?: Record<string, string>
  /** Texts that are changed besides the description. */
  changed?: Record<string, string>
  taken?: string
  scope?: Partial<Scope>
}

function open({ problems = [], profile, hasConflict = false, stored = {}, changed = {}, taken, scope = {} }: Opened) {
  const store = createBuilderStore({ ...NO_TEXTS, ...stored }, 'p1')
  const { dispatch } = store.getState()
  dispatch({ type: 'write', texts: { [INFO.description]: 'Mine', ...changed } })
  if (hasConflict) dispatch({ type: 'rebase', base: { ...NO_TEXTS, [INFO.description]: 'Theirs' } })
  const save = vi.fn()
  const saving: Saving = {
    opened: profile === undefined ? null : { profile, etag: '"1"', layers: [], variables: [] },
    isBusy: false,
    error: null,
    taken: taken ?? null,
    blocker: { state: 'unblocked', reset: undefined, proceed: undefined, location: undefined },
    save,
    merge: () => Promise.resolve(true),
  }
  const onClose = vi.fn()
  const user = draw(
    <BuilderContext value={store}>
      <ReviewDialog problems={problems} saving={saving} onClose={onClose} />
    </BuilderContext>,
    { ...project, permissions: new Set(['clusterProfile.create', 'clusterProfile.publish']), ...scope },
  )
  return { user, store, onClose, save }
}

test('problems that block saving are listed, each with a link to its place', async () => {
  const { user, store, onClose } = open({ problems: [problem], hasConflict: true })
  const toDecide = screen.getByRole('list', { name: 'To be decided' })
  expect(within(toDecide).getByRole('button', { name: 'Description' })).toBeTruthy()
  const list = screen.getByRole('list', { name: 'Problems to fix' })
  expect(list.textContent).toContain('This is not valid YAML.')
  await user.click(within(list).getByRole('button', { name: 'Values of relay, line 4' }))
  expect(onClose).toHaveBeenCalledOnce()
  await waitFor(() => expect(store.getState().jump).toEqual({ key: 'values relay', offset: 9 }))
})

const published = profileBody({ status: { isPublished: true } })
const size = { [variableKey('size')]: textOfVariable({ ...EMPTY_VARIABLE, name: 'size' }) }
const sidesOf = (change: string) => within(screen.getByRole('region', { name: change }))

test('added texts are called new, removed ones gone, and changed ones have two sides', () => {
  const stored = { [INFO.name]: 'edge', [INFO.description]: 'Once' }
  open({ stored, changed: { ...size, [INFO.name]: 'edges', [INFO.description]: '' } })
  expect(sidesOf('Variable size added').getByText('New')).toBeTruthy()
  expect(sidesOf('Description').getByText('No longer there')).toBeTruthy()
  expect(sidesOf('Name').getByText('As stored → As changed')).toBeTruthy()
})

const ways = () => screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)

test('warnings are listed too, and do not block saving', () => {
  open({ problems: [{ ...problem, message: 'This manifest is empty.', severity: 'warning' }] })
  expect(screen.getByRole('list', { name: 'Warnings' }).textContent).toContain('This manifest is empty.')
  expect(screen.getByRole('button', { name: 'Save as draft' })).toHaveProperty('disabled', false)
})

test('for a published version, each way to save says what happens to it, and the first leaves it unchanged', async () => {
  const { user, save } = open({ profile: published, changed: size })
  expect(ways()).toEqual(['Save as 1.1.0', 'Save as draft of 1.0.0', 'Overwrite 1.0.0'])
  expect(screen.getByText('Makes 1.1.0, a draft with these changes. 1.0.0 stays as it is.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save as 1.1.0' }))
  expect(save).toHaveBeenLastCalledWith({ isPublished: false, version: '1.1.0' })
  await user.click(screen.getByRole('radio', { name: 'Overwrite 1.0.0' }))
  expect(screen.getByText(/What is published as 1.0.0 now is not kept/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Overwrite 1.0.0' }))
  expect(save).toHaveBeenLastCalledWith({ isPublished: true })
})

test('if the tenant keeps published versions, changes can only become a new version', () => {
  open({ profile: published, changed: size, scope: { tenant: { ...project.tenant, keepsPublished: true } } })
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByRole('button', { name: 'Save as 1.1.0' })).toBeTruthy()
  expect(screen.getByText(/1.0.0 stays as it is/)).toBeTruthy()
})

test('for a draft of a published version, the dialog says what takes effect at once', async () => {
  const { user } = open({ profile: published, changed: size })
  await user.click(screen.getByRole('radio', { name: 'Save as draft of 1.0.0' }))
  expect(screen.getByText(/Name, description and tags are the same for both, and change at once/)).toBeTruthy()
})

test('description and tags alone are saved in the published version, even if published versions are kept', async () => {
  const { user, save } = open({ profile: published, scope: { tenant: { ...project.tenant, keepsPublished: true } } })
  expect(ways()).toEqual(['Save in 1.0.0', 'Save as 1.1.0'])
  await user.click(screen.getByRole('button', { name: 'Save in 1.0.0' }))
  expect(save).toHaveBeenLastCalledWith({ isPublished: false, isDescribing: true })
})

test('a version number taken by somebody else meanwhile is reported, with the next one', () => {
  const versions = ['1.1.0', '1.0.0'].map((version) => ({ uid: version, version }))
  open({ profile: { ...published, spec: { version: '1.0.0', versions } }, changed: size, taken: '1.1.0' })
  expect(screen.getByText(/1.1.0 was created meanwhile.*the next number is 1.2.0/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save as 1.2.0' })).toBeTruthy()
})

test('users who may not publish are not offered to', () => {
  open({ profile: published, changed: size, scope: { permissions: new Set(['clusterProfile.create']) } })
  expect(ways()).toEqual(['Save as 1.1.0', 'Save as draft of 1.0.0'])
})
