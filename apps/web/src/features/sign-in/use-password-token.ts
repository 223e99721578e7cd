import { useCallback, useEffect, useState } from 'react'

const tokenInAddress = () => /^#password=([\w-]+)$/.exec(window.location.hash)?.[1]

interface OpenedLink {
  token: string | undefined
  /** Whether the password was set with it. */
  isUsed: boolean
}

/**
 * The token of a one-time link. Opening such a link while this page is open changes only the hash, without a reload.
 */
export function usePasswordToken(): OpenedLink & { handleUsed: () => void } {
  const [link, setLink] = useState<OpenedLink>(() => ({ token: tokenInAddress(), isUsed: false }))
  useEffect(() => {
    const read = () => setLink({ token: tokenInAddress(), isUsed: false })
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const handleUsed = useCallback(() => {
    window.history.replaceState(null, '', '/login')
    setLink({ token: undefined, isUsed: true })
  }, [])
  return { ...link, handleUsed }
}
