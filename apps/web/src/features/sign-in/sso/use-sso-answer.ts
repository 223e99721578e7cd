import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { nextPath } from '../../../shared/navigation/sign-in-path.ts'
import { takeNextPage } from './next-page.ts'

/**
 * The query with which a provider redirected back; removed from the address, so that it does not stay in the history.
 */
function takeAnswer(): string | null {
  const { search } = window.location
  const params = new URLSearchParams(search)
  if (!params.has('state') || !(params.has('code') || params.has('error'))) return null
  window.history.replaceState(null, '', '/login')
  return search
}

const answer = takeAnswer()
/** Sent once, however often the page renders. */
let finishing: ReturnType<typeof api.ssoSessions.finish> | undefined

interface SsoAnswer {
  isChecking: boolean
  error: ApiError | null
}

/** Completes a sign-in at a provider, and returns to the original page. */
export function useSsoAnswer(): SsoAnswer {
  const [state, setState] = useState<SsoAnswer>({ isChecking: answer !== null, error: null })
  useEffect(() => {
    if (answer === null) return
    finishing ??= api.ssoSessions.finish({ baseUrl: '' }, { body: { answer } })
    void finishing.then((result) => {
      if (result.ok) window.location.assign(nextPath(takeNextPage()))
      else setState({ isChecking: false, error: result.error })
    })
  }, [])
  return state
}
