import { expect, test } from 'vitest'
import { stackTexts } from '../../state/layers.fixture.ts'
import { valuesKey } from '../../state/stack-texts.ts'
import { placedProblems } from './placed-problems.ts'

test('an unknown macro is a warning even in an unchanged text', () => {
  const base = { ...stackTexts('web'), [valuesKey('web')]: 'host: "{{.spectro.macro.domain}}"\n' }
  expect(placedProblems({ base, texts: base }, new Set())).toMatchObject([
    { place: { layer: 'web' }, message: 'No macro domain is defined here.', severity: 'warning' },
  ])
  expect(placedProblems({ base, texts: base }, null)).toEqual([])
})
