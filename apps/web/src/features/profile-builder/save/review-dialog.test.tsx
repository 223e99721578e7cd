import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { BuilderContext, createBuilderStore } from '../state/builder-store.ts'
import { INFO, NO_TEXTS } from '../state/builder-texts.ts'
import type { PlacedProblem } from '../texts/placed-problem.ts'
import { ReviewDialog } from './review-dialog.tsx'
import type { Saving } from './use-save.ts'

// jsdom has no media.
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

function open(problems: readonly PlacedProblem[]) {
  const store = createBuilderStore(NO_TEXTS, 'p1')
  const { dispatch } = store.getState()
  dispatch({ type: 'write', texts: { [INFO.description]: 'Mine' } })
  dispatch({ type: 'rebase', base: { ...NO_TEXTS, [INFO.description]: 'Theirs' } })
  const saving = { opened: null, isBusy: false, error: null } as unknown as Saving
  const onClose = vi.fn()
  const user = draw(
    <BuilderContext value={store}>
      <ReviewDialog problems={problems} saving={saving} onClose={onClose} />
    </BuilderContext>,
  )
  return { user, store, onClose }
}

test('what keeps changes from being saved is listed, each with the way to its place', async () => {
  const { user, store, onClose } = open([problem])
  const toDecide = screen.getByRole('list', { name: 'To be decided' })
  expect(within(toDecide).getByRole('button', { name: 'Description' })).toBeTruthy()
  const list = screen.getByRole('list', { name: 'Problems to fix' })
  expect(list.textContent).toContain('This is not valid YAML.')
  await user.click(within(list).getByRole('button', { name: 'Values of relay, line 4' }))
  expect(onClose).toHaveBeenCalledOnce()
  await waitFor(() => expect(store.getState().jump).toEqual({ key: 'values relay', offset: 9 }))
})
