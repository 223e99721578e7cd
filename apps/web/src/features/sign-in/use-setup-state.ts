import { api } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../shared/http/use-answer.ts'

interface SetupState {
  /** Whether to show the setup: for the first tenant at any address, for others at `/setup`. */
  isNeeded: boolean
  /** Whether any tenant has single sign-on. */
  hasSso: boolean
}

const isAskedFor = () => /^\/setup\/?$/.test(window.location.pathname)

export function useSetupState(): SetupState {
  const [state, setState] = useState(() => ({ isNeeded: isAskedFor(), hasSso: false }))
  useEffect(() => {
    if (isAskedFor()) return
    return awaitAnswer(
      (signal) => api.setup.get({ baseUrl: '' }, { signal }),
      (result) => result.ok && setState(result.value),
    )
  }, [])
  return state
}
