import { useRef, useState } from 'react'

/**
 * Runs one asynchronous action at a time: a second quick click may arrive before the button is rendered as busy. A call
 * during a running action returns undefined at once.
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
