import { describe, expect, test } from 'vitest'
import { repositoryRows, sameNamed, singleRows, sourceGroups } from './repository-rows.ts'
import { candidate, layer, planOf } from '../testing/plan-fixture.ts'

const both = [candidate('Public Repo'), candidate('Mirror')]

describe('repositories', () => {
  const plan = planOf({
    layers: [
      layer(0, { candidates: both }),
      layer(1, { candidates: both }),
      layer(2, { candidates: [candidate('Mirror')] }),
    ],
  })

  test('offer a choice for packs that more than one registry holds', () => {
    expect(repositoryRows(plan).map(({ index }) => index)).toEqual([0, 1])
  })

  test('are summarised for packs with a single registry', () => {
    expect(singleRows(plan).map(({ index }) => index)).toEqual([2])
  })

  test('recognise the registry named in the file', () => {
    expect(sameNamed(layer(0, { candidates: both }))).toBe('Public Repo')
  })

  test('offer one choice for all packs of one source', () => {
    expect(sourceGroups(repositoryRows(plan))).toMatchObject([
      { source: 'Public Repo', shared: [{ name: 'Public Repo' }, { name: 'Mirror' }] },
    ])
  })

  test('offer no common choice if no registry holds all of the packs', () => {
    const rows = [layer(0, { candidates: [candidate('A')] }), layer(1, { candidates: [candidate('B')] })]
    expect(sourceGroups(rows)).toEqual([])
  })
})
