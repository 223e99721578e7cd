import { useRef, useState } from 'react'

/**
 * Runs what takes a while, and nothing else meanwhile: a button is drawn as busy later than the second of two quick clicks may come.
 * What is asked for too soon ends at once, with undefined.
 */
export function useOnceAtATime() {
  const isUnderWay = useRef(false)
  const [isBusy, setIsBusy] = useState(false)
  const once = async <Value>(run: () => Promise<Value>): Promise<Value | undefined> => {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    setIsBusy(true)
    try {
      return await run()
    } finally {
      isUnderWay.current = false
      setIsBusy(false)
    }
  }
  return { isBusy, once }
}
