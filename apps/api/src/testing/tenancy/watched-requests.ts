import { expect } from 'vitest'
import { withoutEcho, type Answer } from './answers.ts'
import type { MatrixCaller } from './callers.ts'
import type { MatrixRequest, MatrixRoute } from './requests/matrix-requests.ts'
import type { Matrix } from './open-matrix.ts'

export interface Question {
  route: MatrixRoute
  caller: MatrixCaller
  request: MatrixRequest
  /** What is named that may be hidden from the caller. */
  asked?: string
  /** Nothing: no effect of the request can have to do with what is hidden. */
  names?: 'nothing'
}

const SAFE: readonly string[] = ['GET', 'HEAD']
/** Imports and requests that are refused are told of in the log. */
const TELLS_OF_REFUSAL = '"action": "refuse'

/** Requests whose answers and effects hold nothing that is hidden from who sent them. */
export function createWatchedRequests({ send, snapshot, hiddenFrom, callers }: Matrix) {
  const changedRows = async () => (await snapshot.changes()).map(({ row }) => row)
  /** Named since what was written was last taken back: the log says of a refusal what was asked for. */
  const named = new Set<string>()
  function expectNothingHidden(texts: readonly string[], caller: MatrixCaller, asked: readonly string[]) {
    const told = asked.reduce(withoutEcho, texts.join('\n'))
    expect(
      hiddenFrom(caller).filter((text) => !asked.includes(text) && told.includes(text)),
      `${caller.name} reaches`,
    ).toEqual([])
  }

  return {
    /** What a success wrote is taken back. */
    ask: async (question: Question): Promise<Answer> => {
      const { route, caller, request, asked = '' } = question
      named.add(asked)
      const answer = await send(route, request, caller.headers)
      expect(answer.status, `${caller.name} hears ${answer.body}`).toBeLessThan(500)
      expectNothingHidden([...Object.values(answer.headers), answer.body], caller, [asked])
      if (SAFE.includes(route.method) || answer.status >= 300) return answer
      if (question.names !== 'nothing') expectNothingHidden(await changedRows(), caller, [...named])
      await snapshot.restore()
      return answer
    },

    /** Sees, after some requests, that what was refused wrote nothing, and takes back what reading told the log. */
    settle: async (route: MatrixRoute): Promise<void> => {
      const rows = await changedRows()
      for (const caller of callers) expectNothingHidden(rows, caller, [...named])
      named.clear()
      const written = SAFE.includes(route.method) ? [] : rows.filter((row) => !row.includes(TELLS_OF_REFUSAL))
      expect(written, 'written by what was refused').toEqual([])
      await snapshot.restore()
    },
  }
}
