import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { nextPath } from '../../../shared/navigation/sign-in-path.ts'
import { takeNextPage } from './next-page.ts'

/** The query by which a provider sent the browser back; taken out of the address, which stays in the history. */
function takeAnswer(): string | null {
  const { search } = window.location
  const params = new URLSearchParams(search)
  if (!params.has('state') || !(params.has('code') || params.has('error'))) return null
  window.history.replaceState(null, '', '/login')
  return search
}

const answer = takeAnswer()
/** Once, however often the page is drawn. */
let finishing: ReturnType<typeof api.ssoSessions.finish> | undefined

interface SsoAnswer {
  isChecking: boolean
  error: ApiError | null
}

/** Ends a sign-in that began at a provider, and leaves for the page one came from. */
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
