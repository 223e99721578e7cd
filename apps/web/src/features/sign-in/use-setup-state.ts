import { api } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../shared/http/use-answer.ts'

interface SetupState {
  /** Whether a tenant is to be made: the first one, wherever one comes in, or another one at `/setup`. */
  isNeeded: boolean
  /** Whether some tenant has single sign-on. */
  hasSso: boolean
}

const isAskedFor = () => window.location.pathname === '/setup'

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
