import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { drawWizard, storeWith } from '../testing/draw-wizard.tsx'
import { planOf } from '../testing/plan-fixture.ts'
import { ImportedStage } from './imported-stage.tsx'

test('the last page names the macros that were created', () => {
  const plan = planOf()
  const macros = [{ name: 'domain', value: 'x', scope: 'project' as const }]
  drawWizard((review) => <ImportedStage uid="p1" plan={plan} review={{ ...review, decisions: { macros } }} />, {
    store: storeWith(plan),
  })
  expect(screen.getByRole('status').textContent).toContain('The macro domain was created.')
  expect(screen.queryByRole('link', { name: /empty/ })).toBeNull()
})
