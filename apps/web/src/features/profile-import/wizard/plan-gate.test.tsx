import { screen } from '@testing-library/react'
import type { ApiError } from '@waybill/api-client'
import { expect, test } from 'vitest'
import { drawWizard, reviewOf, storeWith } from '../testing/draw-wizard.tsx'
import { planOf } from '../testing/plan-fixture.ts'
import { PlanGate } from './plan-gate.tsx'

/** Renders a step whose latest check failed. */
function drawFailed(error: ApiError) {
  const store = storeWith(planOf())
  store.getState().checkAgain()
  store.getState().finishCheck(reviewOf(store).revision, { ok: false, error })
  const user = drawWizard((review) => <PlanGate review={review}>{() => <p>The plan</p>}</PlanGate>, { store })
  return { store, user }
}

const serverFailed: ApiError = {
  kind: 'refusal',
  status: 500,
  code: 'InternalError',
  message: 'Said by the server.',
  details: [],
  ref: 'r-9',
}

test('a failed check shows its reference number and can be repeated', async () => {
  const { store, user } = drawFailed(serverFailed)
  expect(screen.getByRole('alert').textContent).toContain('Reference: r-9')
  const { revision } = reviewOf(store)
  await user.click(screen.getByRole('button', { name: 'Check again' }))
  expect(reviewOf(store).revision).toBe(revision + 1)
  expect(screen.queryByRole('alert')).toBeNull()
})
