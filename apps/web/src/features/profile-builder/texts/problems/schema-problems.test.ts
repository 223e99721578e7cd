import { describe, expect, it } from 'vitest'
import { factsOf, stackTexts } from '../../state/layers.fixture.ts'
import type { ValuesProblem } from '../../../../shared/ui/yaml/values-check/values-check-messages.ts'
import { layerTexts } from '../../state/stack-texts.ts'
import { checkedLayers, schemaProblems } from './schema-problems.ts'

const of = (values: string) => ({
  ...stackTexts('plain'),
  stack: '["plain","checked"]',
  ...layerTexts({ ...factsOf('checked'), packUid: 'p1' }, { values, manifests: [] }),
})
const problem = (message: string, fields: Partial<ValuesProblem> = {}): ValuesProblem => ({
  line: 2,
  message,
  isWarning: false,
  isOfSchema: true,
  ...fields,
})

describe('checkedLayers', () => {
  it('checks the changed values of packs against their schema', () => {
    const texts = { ...of('a: 2\n'), 'values plain': 'b: 2\n' }
    expect(checkedLayers({ base: of('a: 1\n'), texts })).toMatchObject([
      { packUid: 'p1', before: 'a: 1\n', text: 'a: 2\n' },
    ])
    expect(checkedLayers({ base: of('a: 1\n'), texts: of('a: 1\n') })).toEqual([])
  })
})

describe('schemaProblems', () => {
  const [layer] = checkedLayers({ base: of('a: 1\n'), texts: of('a: 2\nb: 3\n') })
  const found = (before: string[], now: ValuesProblem[]) =>
    layer && schemaProblems(layer, { before: before.map((each) => problem(each)), now })

  it('refuses what newly violates the schema, at its line', () => {
    expect(found([], [problem('b is no port')])).toMatchObject([
      { line: 2, offset: 5, message: 'b is no port', severity: 'error' },
    ])
  })

  it('only warns about what violated it before', () => {
    expect(found(['b is no port'], [problem('b is no port')])).toMatchObject([{ severity: 'warning' }])
  })

  it('leaves invalid YAML to the check that runs on every text', () => {
    expect(found([], [problem('not YAML', { isOfSchema: false })])).toEqual([])
  })
})
