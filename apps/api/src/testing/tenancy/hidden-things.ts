import { isDeepStrictEqual } from 'node:util'
import { newUid } from '../../platform/database/uid.ts'
import { sayingOf } from './answers.ts'
import type { MatrixCaller } from './callers.ts'
import type { Matrix } from './open-matrix.ts'
import { isOfBody, naming, type MatrixRoute, type Slot } from './requests/matrix-requests.ts'
import type { createWatchedRequests, Question } from './watched-requests.ts'

/** HEAD is GET without the body: one caller is enough. */
export const isHead = ({ method }: MatrixRoute) => method === 'HEAD'

/** Callers with the widest access to the tenant and to the project, and one with read access only. */
export function askingAt({ callers }: Matrix, route: MatrixRoute, slot: Slot): MatrixCaller[] {
  const roles = ['Tenant Admin', 'Project Admin', ...(isOfBody(slot) ? [] : ['Project Viewer'])]
  const wanted = isHead(route) ? ['Project Admin'] : roles
  return callers.filter(({ role, isInProject }) => isInProject && wanted.includes(role))
}

/** A place where a request names something. */
interface Cell {
  name: string
  at: string
  route: MatrixRoute
  slot: Slot
}

export const cellsOf = (routes: readonly MatrixRoute[]): Cell[] =>
  routes.flatMap((route) => route.slots.map((slot) => ({ name: route.name, at: slot.at, route, slot })))

/** Texts that are not uids; in URLs also variants that match if case or length is ignored. */
const notUids = (own: string, slot: Slot) => ['not-a-uid', ...(isOfBody(slot) ? [] : [own.toUpperCase(), `${own}0`])]

/**
 * @returns compares the responses for somebody else's thing and for an unknown one; on request also for texts that are
 * not uids, where neither permissions nor tenant filters matter
 */
export const createComparison =
  (matrix: Matrix, { ask }: ReturnType<typeof createWatchedRequests>) =>
  async (
    { route, slot }: Pick<Cell, 'route' | 'slot'>,
    caller: MatrixCaller,
    { withoutUids }: { withoutUids: boolean },
  ) => {
    const own = matrix.own(route, caller.things)
    const say = async (asked: string, more: Pick<Question, 'names'> = {}) => {
      const request = naming(own, slot, asked)
      return sayingOf(await ask({ route, caller, request, asked, ...more }), { asked, known: matrix.known })
    }
    const unknown = await say(newUid(), { names: 'nothing' })
    const answers: { which: string; answer: unknown }[] = []
    for (const text of withoutUids ? notUids(caller.things[slot.kind], slot) : []) {
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
