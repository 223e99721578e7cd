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

  test('are chosen for packs that more than one registry holds', () => {
    expect(repositoryRows(plan).map(({ index }) => index)).toEqual([0, 1])
  })

  test('are summed up for packs with one', () => {
    expect(singleRows(plan).map(({ index }) => index)).toEqual([2])
  })

  test('know the one that is called as in the file', () => {
    expect(sameNamed(layer(0, { candidates: both }))).toBe('Public Repo')
  })

  test('are offered once for all packs of one source', () => {
    expect(sourceGroups(repositoryRows(plan))).toMatchObject([
      { source: 'Public Repo', shared: [{ name: 'Public Repo' }, { name: 'Mirror' }] },
    ])
  })

  test('are not offered once when no registry holds all of them', () => {
    const rows = [layer(0, { candidates: [candidate('A')] }), layer(1, { candidates: [candidate('B')] })]
    expect(sourceGroups(rows)).toEqual([])
  })
})
