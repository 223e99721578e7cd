import { expect, it } from 'vitest'
import { stackTexts } from '../state/layers.fixture.ts'
import { variableUses } from './variable-uses.ts'

it('finds every place that refers to a variable, with its line', () => {
  const texts = {
    ...stackTexts('a', 'b'),
    'values a': 'x: 1\ny: "{{.spectro.var.region}}"\n',
    'values b': 'z: "{{ .spectro.var.region }}-{{.spectro.macro.region}}"\n',
  }
  const uses = variableUses(texts).get('region')
  expect(uses?.map(({ label, line }) => `${label}, line ${line}`)).toEqual([
    'Values of a, line 2',
    'Values of b, line 1',
  ])
})
