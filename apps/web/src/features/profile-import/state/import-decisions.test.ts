import { describe, expect, test } from 'vitest'
import * as decisions from './import-decisions.ts'
import { layer, masked, planOf } from '../testing/plan-fixture.ts'

describe('decisions', () => {
  test('the file’s own name needs no decision', () => {
    expect(decisions.nameAs(null)({ name: 'a', version: '1.0.0', publish: true })).toEqual({ publish: true })
  })

  test('a pack version brings the registry that holds it', () => {
    const change = decisions.takePackVersion(3, { version: '1.2.0', registryUid: 'r1' })
    expect(change({ packVersions: { '1': '9.0.0' } })).toEqual({
      packVersions: { '1': '9.0.0', '3': '1.2.0' },
      registries: { '3': 'r1' },
    })
  })

  test('a pack version can be reverted', () => {
    const taken = decisions.takePackVersion(3, { version: '1.2.0', registryUid: 'r1' })({})
    expect(decisions.takePackVersion(3, null)(taken)).toEqual({ packVersions: {}, registries: {} })
  })

  test('merged values are reverted with their version, but not values edited since', () => {
    const edited = { values: { '3': 'merged', '4': 'b' } }
    expect(decisions.dropValues(3, 'merged')(edited).values).toEqual({ '4': 'b' })
    expect(decisions.dropValues(3, 'another')(edited)).toBe(edited)
  })

  test('one registry is taken for all packs of a source', () => {
    expect(decisions.takeRegistry([1, 4], 'r1')({ registries: { '2': 'r2' } }).registries).toEqual({
      '1': 'r1',
      '2': 'r2',
      '4': 'r1',
    })
  })

  test('a macro is created once, with the last value', () => {
    const first = decisions.createMacro({ name: 'region', value: 'eu', scope: 'project' })({})
    const second = decisions.createMacro({ name: 'region', value: 'us', scope: 'tenant' })(first)
    expect(second.macros).toEqual([{ name: 'region', value: 'us', scope: 'tenant' }])
  })

  test('filling all replaces earlier decisions about the same places, and nothing else', () => {
    const before = decisions.settleMasks([
      { place: 'a', action: 'fill', value: 'x' },
      { place: 'b', action: 'leave-empty' },
    ])({})
    expect(decisions.settleMasks([{ place: 'a', action: 'keep' }])(before).masks).toEqual([
      { place: 'b', action: 'leave-empty' },
      { place: 'a', action: 'keep' },
    ])
  })
})

describe('pruning', () => {
  const plan = planOf({
    layers: [layer(0)],
    masked: [masked('a')],
    macros: [{ name: 'region', isDefined: false, isCreated: true, usedIn: [] }],
  })

  test('leaves decisions that fit the document alone', () => {
    const fitting = { registries: { '0': 'r' }, masks: [{ place: 'a', action: 'keep' as const }] }
    expect(decisions.pruneDecisions(fitting, plan)).toBe(fitting)
  })

  test('drops decisions about parts that the document no longer has', () => {
    const stale = {
      registries: { '0': 'r', '7': 'r' },
      packVersions: { '7': '1.0.0' },
      values: { '0': 'a: 1', '7': 'b: 2' },
      leftOut: [0, 7],
      macros: [{ name: 'gone', value: '', scope: 'project' as const }],
      masks: [{ place: 'gone', action: 'keep' as const }],
    }
    expect(decisions.pruneDecisions(stale, plan)).toEqual({
      registries: { '0': 'r' },
      packVersions: {},
      values: { '0': 'a: 1' },
      leftOut: [0],
      macros: [],
      masks: [],
    })
  })
})
