import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { BuilderBar } from './builder-bar.tsx'
import { BuilderContext, createBuilderStore } from './state/builder-store.ts'
import { INFO, NO_TEXTS } from './state/builder-texts.ts'
import type { PlacedProblem } from './texts/problems/placed-problem.ts'

function barSays(severities: readonly PlacedProblem['severity'][]) {
  const store = createBuilderStore(NO_TEXTS, 'p1')
  store.getState().dispatch({ type: 'write', texts: { [INFO.description]: 'Mine' } })
  const place = { key: 'values relay', label: 'Values of relay', layer: 'relay' }
  const problems = severities.map((severity, offset) => ({ place, offset, line: 1, message: 'Look here.', severity }))
  draw(
    <BuilderContext value={store}>
      <BuilderBar problems={problems} onReview={() => undefined} />
    </BuilderContext>,
  )
  return screen.getByRole('status').textContent
}

test('the bar counts errors, which block saving, and warnings separately', () => {
  expect(barSays(['error', 'warning', 'warning'])).toBe('1 change · 1 problem · 2 warnings')
})

test('warnings are counted even if there are no errors', () => {
  expect(barSays(['warning'])).toBe('1 change · 1 warning')
})
