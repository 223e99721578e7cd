import { getSetup } from '@waybill/api-client'
import { useEffect, useState } from 'react'

const isAskedFor = () => window.location.hash === '#setup'

/** Whether the first tenant is to be made, or another one is asked for at `#setup`. */
export function useSetupNeeded(): boolean {
  const [isNeeded, setIsNeeded] = useState(false)
  const [isWanted, setIsWanted] = useState(isAskedFor)
  useEffect(() => {
    const abort = new AbortController()
    void getSetup({ baseUrl: '' }, abort.signal).then((result) => {
      if (result.ok) setIsNeeded(result.value.isNeeded)
    })
    const look = () => setIsWanted(isAskedFor())
    window.addEventListener('hashchange', look)
    return () => {
      abort.abort()
      window.removeEventListener('hashchange', look)
    }
  }, [])
  return isNeeded || isWanted
}
