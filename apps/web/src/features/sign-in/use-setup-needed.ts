import { getSetup } from '@waybill/api-client'
import { useEffect, useState } from 'react'

const isAskedFor = () => window.location.pathname === '/setup'

/** Whether a tenant is to be made: the first one, wherever one comes in, or another one at `/setup`. */
export function useSetupNeeded(): boolean {
  const [isNeeded, setIsNeeded] = useState(isAskedFor)
  useEffect(() => {
    if (isAskedFor()) return
    const abort = new AbortController()
    void getSetup({ baseUrl: '' }, abort.signal).then((result) => {
      if (result.ok) setIsNeeded(result.value.isNeeded)
    })
    return () => abort.abort()
  }, [])
  return isNeeded
}
