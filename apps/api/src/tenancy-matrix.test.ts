import { afterAll, describe, expect, it } from 'vitest'
import { isPublic } from './platform/access/access.ts'
import { codeOf, sayingOf } from './testing/tenancy/answers.ts'
import { askingAt, cellsOf, createComparison, isHead } from './testing/tenancy/hidden-things.ts'
import type { MatrixRoute } from './testing/tenancy/requests/matrix-requests.ts'
import { openMatrix } from './testing/tenancy/open-matrix.ts'
import { createWatchedRequests } from './testing/tenancy/watched-requests.ts'

const matrix = await openMatrix()
afterAll(() => matrix.close())

const { callers } = matrix
const watched = createWatchedRequests(matrix)
const { ask, settle } = watched
const compare = createComparison(matrix, watched)
const isOpen = ({ access }: MatrixRoute) => isPublic(access)
const routes = matrix.routes.filter((route) => !isOpen(route))

describe('the caller’s own things', () => {
  it.each(routes)('are found by $name', async (route) => {
    const answers = []
    for (const caller of isHead(route) ? callers.slice(0, 1) : callers) {
      const answer = await ask({ route, caller, request: matrix.own(route, caller.things) })
      answers.push({ caller: caller.name, status: answer.status, code: codeOf(answer) })
    }
    await settle(route)
    expect(answers.filter(({ status }) => status === 404 && route.canSucceed)).toEqual([])
    expect(gapsIn(route, answers)).toEqual([])
  })
})

/** A route that always refuses proves nothing. Responses to HEAD have no code; the row of GET proves the request. */
function gapsIn(route: MatrixRoute, answers: readonly { status: number; code: string | undefined }[]): string[] {
  const isProven = answers.some(({ status, code }) => status < 300 || code === 'NotSupported')
  if (isProven || !route.canSucceed || isHead(route)) return []
  return [
    `Say in testing/tenancy/requests/own-inputs.ts what ${route.name} takes: it answers ${JSON.stringify(answers)}`,
  ]
}

const cells = cellsOf(routes)

describe('other people’s things', () => {
  it.each(cells)('look like unknown ones to $name with $at', async ({ route, slot }) => {
    const differences = []
    for (const [index, caller] of askingAt(matrix, route, slot).entries())
      differences.push(...(await compare({ route, slot }, caller, { withoutUids: index === 0 })))
    await settle(route)
    expect(differences).toEqual([])
  })
})

describe('an unknown caller', () => {
  const [nobody, others] = [matrix.strangers.slice(0, 1), matrix.strangers.slice(1)]
  /**
   * One place authenticates for all routes: each is requested without a credential, and with a third of the invalid
   * ones.
   */
  const askedBy = routes.map((route, at) => ({
    name: route.name,
    route,
    strangers: [...nobody, ...(isHead(route) ? [] : others.filter((_, index) => index % 3 === at % 3))],
  }))

  it.each(askedBy)('learns nothing from $name', async ({ route, strangers }) => {
    const request = matrix.own(route, matrix.world.first)
    const { project: projectuid } = matrix.world.first
    const answers = []
    for (const { name, headers } of strangers) {
      const answer = await matrix.send(route, request, { ...headers, projectuid })
      answers.push([name, sayingOf(answer, { asked: '', known: matrix.known })] as const)
    }
    const [, ofNobody] = answers[0] ?? []
    expect(ofNobody?.status).toBe(401)
    expect(answers).toEqual(answers.map(([name]) => [name, ofNobody]))
    await settle(route)
  })
})

describe('a public route', () => {
  it.each(matrix.routes.filter(isOpen))('reveals no tenant: $name', async (route) => {
    const { status, body } = await matrix.send(route, matrix.own(route, matrix.world.first), {})
    expect(status).toBeLessThan(500)
    expect([...matrix.known, 'canary-'].filter((text) => body.includes(text))).toEqual([])
    await settle(route)
  })
})

describe('a caller with read access only', () => {
  const viewer = callers.find(({ role }) => role === 'Project Viewer')
  const writing = routes.filter(
    (route) => !isHead(route) && typeof route.access === 'object' && !/\.(get|list)$/.test(route.access.permission),
  )

  it.each(writing)('is forbidden $name', async (route) => {
    if (!viewer) throw new Error('there is no viewer')
    const answer = await ask({ route, caller: viewer, request: matrix.own(route, viewer.things) })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'Forbidden'])
    await settle(route)
  })
})
