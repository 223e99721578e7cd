import { afterAll, describe, expect, it } from 'vitest'
import { isPublic } from './platform/access/access.ts'
import { askingAt, cellsOf, createComparison } from './testing/tenancy/hidden-things.ts'
import { openMatrix, type Matrix } from './testing/tenancy/open-matrix.ts'
import { createWatchedRequests } from './testing/tenancy/watched-requests.ts'

const matrices = [
  { gone: 'the filter of the client', matrix: await openMatrix({ withoutWall: 'filter' }) },
  { gone: 'row-level security', matrix: await openMatrix({ withoutWall: 'policies' }) },
]
afterAll(async () => {
  for (const { matrix } of matrices) await matrix.close()
})

/** One caller, and only things of another tenant: projects are kept apart by rules that neither barrier implements. */
function questionsOf(matrix: Matrix) {
  const routes = matrix.routes.filter(({ access, method }) => !isPublic(access) && method !== 'HEAD')
  return cellsOf(routes).map((cell) => ({ ...cell, caller: askingAt(matrix, cell.route, cell.slot)[0] }))
}

describe.each(matrices)('without $gone', ({ matrix }) => {
  const watched = createWatchedRequests(matrix)
  const compare = createComparison(matrix, watched)

  it.each(questionsOf(matrix))('things of another tenant look like unknown ones to $name with $at', async (cell) => {
    const { route, caller } = cell
    if (!caller) throw new Error('nobody asks')
    const others = { 'another tenant': matrix.world.foreign }
    const differences = await compare(cell, { ...caller, others, hiddenPlaces: ['foreign'] }, { withoutUids: false })
    await watched.settle(route)
    expect(differences).toEqual([])
  })
})
