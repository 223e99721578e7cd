import { expect } from 'vitest'
import { withoutEcho, type Answer } from './answers.ts'
import type { MatrixCaller } from './callers.ts'
import type { MatrixRequest, MatrixRoute } from './requests/matrix-requests.ts'
import type { Matrix } from './open-matrix.ts'

export interface Question {
  route: MatrixRoute
  caller: MatrixCaller
  request: MatrixRequest
  /** The named thing, which may be hidden from the caller. */
  asked?: string
  /** 'nothing': no effect of the request can concern hidden things. */
  names?: 'nothing'
}

const SAFE: readonly string[] = ['GET', 'HEAD']
/** The audit log records refused imports and requests. */
const RECORDS_REFUSAL = '"action": "refuse'

/** Sends requests and checks that neither their responses nor their effects contain anything hidden from the caller. */
export function createWatchedRequests({ send, snapshot, hiddenFrom, callers }: Matrix) {
  const changedRows = async () => (await snapshot.changes()).map(({ row }) => row)
  /** Things named since the last restore: the log of a refusal contains them. */
  const named = new Set<string>()
  function expectNothingHidden(texts: readonly string[], caller: MatrixCaller, asked: readonly string[]) {
    const told = asked.reduce(withoutEcho, texts.join('\n'))
    expect(
      hiddenFrom(caller).filter((text) => !asked.includes(text) && told.includes(text)),
      `${caller.name} reaches`,
    ).toEqual([])
  }

  return {
    /** Undoes what a successful request wrote. */
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

    /** Checks after some requests that refused ones wrote nothing, and removes the audit events of reads. */
    settle: async (route: MatrixRoute): Promise<void> => {
      const rows = await changedRows()
      for (const caller of callers) expectNothingHidden(rows, caller, [...named])
      named.clear()
      const written = SAFE.includes(route.method) ? [] : rows.filter((row) => !row.includes(RECORDS_REFUSAL))
      expect(written, 'written by what was refused').toEqual([])
      await snapshot.restore()
    },
  }
}
