import { api, type ApiError } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

type Chosen = { state: 'asking' } | { state: 'failed'; error: ApiError } | { state: 'read'; pack: ConsolePackBody }

/** All of the pack version that was chosen; a chart may first be read out of its registry. */
export function useChosenPack(uid: string): Chosen {
  const scope = useScope()
  const [chosen, setChosen] = useState<{ uid: string; chosen: Chosen } | null>(null)
  useEffect(() => {
    const read = (signal: AbortSignal) => api.consolePacks.get(connectionOf(scope), { params: { uid }, signal })
    return awaitAnswer(read, (result) =>
      setChosen({
        uid,
        chosen: result.ok ? { state: 'read', pack: result.value } : { state: 'failed', error: result.error },
      }),
    )
  }, [scope, uid])
  return chosen?.uid === uid ? chosen.chosen : { state: 'asking' }
}
