import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { isPublic } from './platform/access/access.ts'
import { newUid } from './platform/database/uid.ts'
import { codeOf, sayingOf } from './testing/tenancy/answers.ts'
import type { MatrixCaller } from './testing/tenancy/callers.ts'
import { isOfBody, naming, type MatrixRoute, type Slot } from './testing/tenancy/requests/matrix-requests.ts'
import { openMatrix } from './testing/tenancy/open-matrix.ts'
import { createWatchedRequests, type Question } from './testing/tenancy/watched-requests.ts'

const matrix = await openMatrix()
afterAll(() => matrix.close())

const { callers } = matrix
const { ask, settle } = createWatchedRequests(matrix)
/** HEAD is GET without the body: one caller is enough. */
const isHead = ({ method }: MatrixRoute) => method === 'HEAD'
const isOpen = ({ access }: MatrixRoute) => isPublic(access)
const routes = matrix.routes.filter((route) => !isOpen(route))

describe('one’s own things', () => {
  it.each(routes)('are there for $name', async (route) => {
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

/** A route that refuses everybody everything proves nothing. Answers to HEAD have no code; the row of GET proves the request. */
function gapsIn(route: MatrixRoute, answers: readonly { status: number; code: string | undefined }[]): string[] {
  const isProven = answers.some(({ status, code }) => status < 300 || code === 'NotSupported')
  if (isProven || !route.canSucceed || isHead(route)) return []
  return [
    `Say in testing/tenancy/requests/own-inputs.ts what ${route.name} takes: it answers ${JSON.stringify(answers)}`,
  ]
}

/** Who reaches most of the tenant and of the project, and who may only look. */
function askingAt(route: MatrixRoute, slot: Slot): MatrixCaller[] {
  const roles = ['Tenant Admin', 'Project Admin', ...(isOfBody(slot) ? [] : ['Project Viewer'])]
  const wanted = isHead(route) ? ['Project Admin'] : roles
  return callers.filter(({ role, isInProject }) => isInProject && wanted.includes(role))
}

const cells = routes.flatMap((route) => route.slots.map((slot) => ({ name: route.name, at: slot.at, route, slot })))

describe('what is of others', () => {
  it.each(cells)('looks like what is not there to $name with $at', async ({ route, slot }) => {
    const differences = []
    for (const caller of askingAt(route, slot)) differences.push(...(await compare(route, slot, caller)))
    await settle(route)
    expect(differences).toEqual([])
  })
})

/** What no uid looks like; of addresses also what names something where case or end do not matter. */
const notUids = (own: string, slot: Slot) => ['not-a-uid', ...(isOfBody(slot) ? [] : [own.toUpperCase(), `${own}0`])]

/** @returns what tells something that is not the caller's from what is not there. */
async function compare(route: MatrixRoute, slot: Slot, caller: MatrixCaller) {
  const own = matrix.own(route, caller.things)
  const say = async (asked: string, more: Pick<Question, 'names'> = {}) => {
    const request = naming(own, slot, asked)
    return sayingOf(await ask({ route, caller, request, asked, ...more }), { asked, known: matrix.known })
  }
  const unknown = await say(newUid(), { names: 'nothing' })
  const answers: { which: string; answer: unknown }[] = []
  for (const text of notUids(caller.things[slot.kind], slot)) {
    answers.push({ which: text, answer: await say(text, { names: 'nothing' }) })
  }
  for (const [whose, things] of Object.entries(caller.others)) {
    const theirs = things[slot.kind]
    if (theirs !== caller.things[slot.kind]) answers.push({ which: `of ${whose}`, answer: await say(theirs) })
  }
  const isHidden = !slot.at.startsWith(':') || unknown.status === 404 || unknown.status === 403
  return answers
    .filter(({ answer }) => !isHidden || !isDeepStrictEqual(answer, unknown))
    .map(({ which, answer }) => ({ caller: caller.name, which: `${slot.kind} ${which}`, answer, unknown }))
}

describe('who is not known', () => {
  it.each(routes)('is told nothing by $name', async (route) => {
    const request = matrix.own(route, matrix.world.first)
    const { project: projectuid } = matrix.world.first
    const answers = []
    for (const { name, headers } of isHead(route) ? matrix.strangers.slice(0, 2) : matrix.strangers) {
      const answer = await matrix.send(route, request, { ...headers, projectuid })
      answers.push([name, sayingOf(answer, { asked: '', known: matrix.known })] as const)
    }
    const [, ofNobody] = answers[0] ?? []
    expect(ofNobody?.status).toBe(401)
    expect(answers).toEqual(answers.map(([name]) => [name, ofNobody]))
    await settle(route)
  })
})

describe('what everybody may ask', () => {
  it.each(matrix.routes.filter(isOpen))('tells of no tenant at $name', async (route) => {
    const { status, body } = await matrix.send(route, matrix.own(route, matrix.world.first), {})
    expect(status).toBeLessThan(500)
    expect([...matrix.known, 'canary-'].filter((text) => body.includes(text))).toEqual([])
    await settle(route)
  })
})

describe('who may only look', () => {
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
