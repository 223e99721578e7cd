import { describe, expect, test } from 'vitest'
import { groupChanges, textInFile, textOfChange } from './change-groups.ts'
import { profileDocument } from '../testing/plan-fixture.ts'

describe('differences', () => {
  test('are grouped by layer, or else under profile and variables', () => {
    const groups = groupChanges([
      { kind: 'changed', path: 'version', before: '1.0.0', after: '1.1.0' },
      { kind: 'changed', path: 'layers[kubernetes].version' },
      { kind: 'changed', path: 'layers[kubernetes].values' },
      { kind: 'added', path: 'variables[region].regex' },
      { kind: 'changed', path: 'layers' },
    ])
    expect(groups.map(({ title, changes }) => [title, changes.map(({ field }) => field)])).toEqual([
      ['Profile', ['version', 'order of layers']],
      ['kubernetes', ['version', 'values']],
      ['Variables', ['[region].regex']],
    ])
  })

  test('of a layer called Profile are not mixed with those of the profile', () => {
    const groups = groupChanges([
      { kind: 'added', path: 'layers[Profile]' },
      { kind: 'changed', path: 'version' },
    ])
    expect(groups).toHaveLength(2)
  })

  test('are recognised as whole texts', () => {
    expect(['values', 'manifests[a.b]', 'version'].map(textOfChange)).toEqual([
      { kind: 'values' },
      { kind: 'manifest', name: 'a.b' },
      null,
    ])
  })

  test('are matched with their text in the file', () => {
    const document = {
      ...profileDocument,
      packs: [
        {
          name: 'app',
          type: 'manifest' as const,
          layer: 'addon' as const,
          version: '',
          manifests: [{ name: 'secret', content: 'kind: Secret' }],
          registry: {},
        },
      ],
    }
    expect(textInFile(document, 'app', 'manifests[secret]')).toBe('kind: Secret')
  })
})
