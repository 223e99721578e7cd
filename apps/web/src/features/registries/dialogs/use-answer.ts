import type { Result } from '@waybill/api-client'
import { useEffect, useRef, useState } from 'react'

/** What the server answers to a dialog's question: null until it has; the last answer stands while it is asked again, when `key` changes. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<Result<T>>, key: string): Result<T> | null {
  const [answer, setAnswer] = useState<Result<T> | null>(null)
  const question = useRef(ask)
  useEffect(() => {
    question.current = ask
  }, [ask])
  useEffect(() => {
    const abort = new AbortController()
    void question.current(abort.signal).then((result) => {
      if (abort.signal.aborted) return
      setAnswer(result)
    })
    return () => abort.abort()
  }, [key])
  return answer
}
