import { screen } from '@testing-library/react'
import type { ApiError } from '@waybill/api-client'
import { expect, test } from 'vitest'
import { drawWizard, storeWith } from '../testing/draw-wizard.tsx'
import { planOf, problem } from '../testing/plan-fixture.ts'
import { RefusedStage } from './refused-stage.tsx'

const confirmed = planOf()
const refused = (status: number): ApiError => ({
  kind: 'refusal',
  status,
  code: 'ImportPlanStale',
  message: 'Something changed here.',
  details: [],
  ref: 'r-7',
})

const drawRefused = (error: ApiError, plan = confirmed) =>
  drawWizard((review) => <RefusedStage refusal={{ error, confirmed }} review={review} />, { store: storeWith(plan) })

test('a refusal says that nothing was imported', () => {
  drawRefused(refused(409))
  expect(screen.queryByRole('heading', { name: 'edge-base 1.2.0 was not imported' })).not.toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('Nothing was imported.')
})

test.each([
  ['that was lost', { kind: 'network' } as const],
  ['of a server that failed', refused(500)],
])('an answer %s is not called a refusal', (_which, error) => {
  drawRefused(error)
  expect(screen.queryByRole('heading', { name: /^It is not certain whether/ })).not.toBeNull()
  expect(screen.getByRole('alert').textContent).not.toContain('Nothing was imported')
})

test('only problems that are new since Confirm are listed', () => {
  const taken = problem('ClusterProfileAlreadyExists', 'name', { message: 'The name is taken.' })
  drawRefused(refused(409), planOf({ canImport: false, problems: [taken] }))
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim())).toEqual(['The name is taken.'])
})
