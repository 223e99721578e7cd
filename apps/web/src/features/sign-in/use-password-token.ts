import { useCallback, useEffect, useState } from 'react'

const tokenInAddress = () => /^#password=([\w-]+)$/.exec(window.location.hash)?.[1]

interface OpenedLink {
  token: string | undefined
  /** E-mail of the user whose password was set with it; empty before. */
  setOf: string
}

/**
 * The token of a one-time link. Opening such a link while this page is open changes only the hash, without a reload.
 */
export function usePasswordToken(): OpenedLink & { handleUsed: (email: string) => void } {
  const [link, setLink] = useState<OpenedLink>(() => ({ token: tokenInAddress(), setOf: '' }))
  useEffect(() => {
    const read = () => setLink({ token: tokenInAddress(), setOf: '' })
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const handleUsed = useCallback((email: string) => {
    window.history.replaceState(null, '', '/login')
    setLink({ token: undefined, setOf: email })
  }, [])
  return { ...link, handleUsed }
}
